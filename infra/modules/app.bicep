// The function app. It signs in everywhere with its managed identity; no setting holds a key.
param suffix string
param location string
param tags object

@allowed(['flex', 'premium'])
param plan string
param image string
param publicAccess bool
param alwaysReady int
param identityId string
param clientId string
param appSubnetId string
param endpointSubnetId string
param zoneId string
param hubAccount string

@description('The container that holds the program, with plan flex.')
param packages string
param dossiers { blob: string, table: string }
param parties string
param telemetryConnection string
param workspaceId string

@description('Settings of the engine.')
param settings object

var flex = plan == 'flex'
var container = !flex && !empty(image)

var common = union(settings, {
  APPLICATIONINSIGHTS_CONNECTION_STRING: telemetryConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${clientId}'
  AzureWebJobsStorage__accountName: hubAccount
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: clientId
  Storage__BlobUri: dossiers.blob
  Storage__TableUri: dossiers.table
  Storage__ClientId: clientId
  Storage__Parties__BlobUri: parties
  Storage__Parties__ClientId: clientId
  // Above what the program takes (30 MB a file), so that the program itself says that a file is too large; the host would answer an empty 500.
  FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '268435456'
})

var premiumOnly = {
  FUNCTIONS_EXTENSION_VERSION: '~4'
  FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'
  WEBSITE_RUN_FROM_PACKAGE: container ? '0' : '1'
}

resource serverFarm 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${suffix}'
  location: location
  tags: tags
  kind: flex ? 'functionapp' : 'elastic'
  sku: flex ? { tier: 'FlexConsumption', name: 'FC1' } : { tier: 'ElasticPremium', name: 'EP1' }
  properties: {
    reserved: true
    maximumElasticWorkerCount: flex ? null : 10
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: 'func-${suffix}-${substring(uniqueString(resourceGroup().id), 0, 4)}'
  location: location
  tags: tags
  kind: container ? 'functionapp,linux,container' : 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: serverFarm.id
    httpsOnly: true
    publicNetworkAccess: publicAccess ? 'Enabled' : 'Disabled'
    virtualNetworkSubnetId: appSubnetId
    keyVaultReferenceIdentity: identityId
    vnetRouteAllEnabled: flex ? null : true
    functionAppConfig: flex
      ? {
          deployment: {
            storage: {
              type: 'blobContainer'
              value: packages
              authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
            }
          }
          runtime: { name: 'dotnet-isolated', version: '10.0' }
          scaleAndConcurrency: {
            instanceMemoryMB: 2048
            maximumInstanceCount: 40
            alwaysReady: alwaysReady == 0
              ? []
              : [
                  { name: 'durable', instanceCount: alwaysReady }
                  { name: 'http', instanceCount: alwaysReady }
                ]
          }
        }
      : null
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      healthCheckPath: flex ? null : '/health/ready'
      linuxFxVersion: flex ? null : container ? 'DOCKER|${image}' : 'DOTNET-ISOLATED|10.0'
      acrUseManagedIdentityCreds: container ? true : null
      acrUserManagedIdentityID: container ? clientId : null
      minimumElasticInstanceCount: flex ? null : max(1, alwaysReady)
      appSettings: [
        for item in items(flex ? common : union(common, premiumOnly)): { name: item.key, value: item.value }
      ]
    }
  }

  // Deployment is by identity as well: no user name and password opens the app.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'logs'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'FunctionAppLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

module endpoint 'endpoint.bicep' = {
  name: 'endpoint-app'
  params: {
    name: 'pe-${app.name}'
    location: location
    tags: tags
    targetId: app.id
    groupId: 'sites'
    subnetId: endpointSubnetId
    zoneId: zoneId
  }
}

output appName string = app.name
output appHost string = app.properties.defaultHostName
