// Three accounts, because versioning, soft delete and replication are settings of a whole account:
// the hub's (queues, tables and leases of the durable runtime, and the program's package), the dossiers' (kept, immutable), the parties' (erasable for good).
param name string
param environment string
param location string
param tags object
param replication string
param immutableDays int
param recoverableDays int
param principalId string
param identityName string
param workspaceId string
param endpointSubnetId string
param zoneIds object

var unique = substring(uniqueString(resourceGroup().id), 0, 6)
var roles = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

// No shared keys: who gets in does so by an identity and a role, or not at all.
var closed = {
  accessTier: 'Hot'
  allowBlobPublicAccess: false
  allowSharedKeyAccess: false
  allowCrossTenantReplication: false
  defaultToOAuthAuthentication: true
  minimumTlsVersion: 'TLS1_2'
  publicNetworkAccess: 'Disabled'
  supportsHttpsTrafficOnly: true
  networkAcls: { bypass: 'None', defaultAction: 'Deny' }
  encryption: {
    keySource: 'Microsoft.Storage'
    requireInfrastructureEncryption: true
    services: {
      blob: { enabled: true, keyType: 'Account' }
      file: { enabled: true, keyType: 'Account' }
      queue: { enabled: true, keyType: 'Account' }
      table: { enabled: true, keyType: 'Account' }
    }
  }
}

resource hub 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: '${name}${environment}hub${unique}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: replication }
  properties: closed

  resource blobs 'blobServices' = {
    name: 'default'

    resource packages 'containers' = { name: 'packages' }
  }
}

resource dossiers 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: '${name}${environment}dos${unique}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: replication }
  properties: closed

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      changeFeed: { enabled: true, retentionInDays: recoverableDays }
      deleteRetentionPolicy: { enabled: true, days: recoverableDays }
      containerDeleteRetentionPolicy: { enabled: true, days: recoverableDays }
    }

    // Append blobs: an event can be added, and nothing that is there changed or taken away.
    resource logs 'containers' = {
      name: 'logs'

      resource policy 'immutabilityPolicies' = {
        name: 'default'
        properties: { immutabilityPeriodSinceCreationInDays: immutableDays, allowProtectedAppendWrites: true }
      }
    }

    // Block blobs, written once. By version, so that a legal hold can be put on one of them.
    resource artifacts 'containers' = {
      name: 'artifacts'
      properties: { immutableStorageWithVersioning: { enabled: true } }

      resource policy 'immutabilityPolicies' = {
        name: 'default'
        properties: { immutabilityPeriodSinceCreationInDays: immutableDays }
      }
    }

    resource cache 'containers' = { name: 'cache' }

    resource leases 'containers' = { name: 'leases' }

    resource published 'containers' = { name: 'published' }
  }

  resource ageing 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'artifacts-cool-after-a-year'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['artifacts/'] }
              actions: { baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 365 } } }
            }
          }
          {
            name: 'cache-keeps-no-versions'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['cache/', 'published/'] }
              actions: { version: { delete: { daysAfterCreationGreaterThan: recoverableDays } } }
            }
          }
        ]
      }
    }
    dependsOn: [blobs]
  }
}

resource parties 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: '${name}${environment}par${unique}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: replication }
  properties: closed

  // Erasing must be for good: the program looks at every start, and refuses to run where anything of a deleted text stays behind.
  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: false
      changeFeed: { enabled: false }
      deleteRetentionPolicy: { enabled: false }
      containerDeleteRetentionPolicy: { enabled: false }
    }

    resource texts 'containers' = { name: 'parties' }
  }
}

// The durable runtime takes leases on blobs and creates its own containers, queues and tables.
var hubRoles = [roles.blobOwner, roles.queueContributor, roles.tableContributor]

resource onHub 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in hubRoles: {
    scope: hub
    name: guid(hub.id, identityName, role)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource onDossiers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roles.blobContributor, roles.tableContributor]: {
    scope: dossiers
    name: guid(dossiers.id, identityName, role)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource onParties 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: parties
  name: guid(parties.id, identityName, roles.blobContributor)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor)
  }
}

// Who did what to which blob; names of blobs are ids and hashes.
var audit = {
  workspaceId: workspaceId
  logs: [
    { category: 'StorageRead', enabled: true }
    { category: 'StorageWrite', enabled: true }
    { category: 'StorageDelete', enabled: true }
  ]
}

resource auditOfDossiers 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: dossiers::blobs
  name: 'audit'
  properties: audit
}

resource auditOfParties 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: parties::blobs
  name: 'audit'
  properties: audit
}

var endpoints = [
  { account: hub.name, id: hub.id, kind: 'blob' }
  { account: hub.name, id: hub.id, kind: 'queue' }
  { account: hub.name, id: hub.id, kind: 'table' }
  { account: dossiers.name, id: dossiers.id, kind: 'blob' }
  { account: dossiers.name, id: dossiers.id, kind: 'table' }
  { account: parties.name, id: parties.id, kind: 'blob' }
]

module endpoint 'endpoint.bicep' = [
  for item in endpoints: {
    name: 'endpoint-${item.account}-${item.kind}'
    params: {
      name: 'pe-${item.account}-${item.kind}'
      location: location
      tags: tags
      targetId: item.id
      groupId: item.kind
      subnetId: endpointSubnetId
      zoneId: zoneIds[item.kind]
    }
  }
]

output hubAccount string = hub.name
output packages string = '${hub.properties.primaryEndpoints.blob}${hub::blobs::packages.name}'
output dossiers { blob: string, table: string } = {
  blob: 'https://${dossiers.name}.blob.${az.environment().suffixes.storage}'
  table: 'https://${dossiers.name}.table.${az.environment().suffixes.storage}'
}
output parties string = 'https://${parties.name}.blob.${az.environment().suffixes.storage}'
