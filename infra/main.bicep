// WobWorkflow on Azure Functions: everything of one environment, in one resource group. See docs/azure.md.
targetScope = 'resourceGroup'

@description('Begins the names of all resources: lower-case letters and digits.')
@minLength(3)
@maxLength(8)
param name string

@description('Tells environments apart in names.')
@allowed(['test', 'prod'])
param environment string

@description('The region. What must stay in the Netherlands goes to westeurope; its pair lies in Ireland, so nothing here is replicated to a pair.')
param location string = resourceGroup().location

@description('flex: Flex Consumption, pays for what runs. premium: Elastic Premium, and the only one that can run a container of your own.')
@allowed(['flex', 'premium'])
param plan string = 'flex'

@description('With plan premium: the container image to run, registry included; empty runs the published program. An image can bring pdftoppm, without which no redacted renditions of PDF documents are made.')
param image string = ''

@description('Whether the service can be reached from the internet. Otherwise only through its private endpoint.')
param publicAccess bool = false

@description('The OpenID Connect authority whose tokens count, and the audience they must name.')
param identity { authority: string, audience: string }

@description('Where mail goes. The password, where there is one, is the secret mail-password in the vault.')
param mail { host: string, port: int, from: string, user: string? }

@description('The address of the service as people see it, without a slash at the end: links in mail begin with it.')
param publicAddress string

@description('Days for which what is written to the logs and artifacts can be neither changed nor deleted. The policy is left unlocked: locking it is a decision for good.')
@minValue(1)
@maxValue(146000)
param immutableDays int

@description('Days for which a deleted or overwritten blob can be brought back. Never applies to texts about people.')
@minValue(7)
@maxValue(365)
param recoverableDays int

@description('How storage is replicated within the region.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param replication string

@description('Days for which telemetry is kept.')
@minValue(30)
@maxValue(730)
param telemetryDays int = 90

@description('Who hears of alerts and of the budget.')
param operators string[]

@description('What a month may cost, in the currency of the subscription. It warns and stops nothing.')
@minValue(1)
param monthlyBudget int

@description('The first day of the month from which the budget counts, for instance 2026-12-01.')
param budgetFrom string

@description('With plan flex: instances that are kept ready for orchestrations and timers.')
@minValue(0)
param alwaysReady int = 1

var suffix = '${name}-${environment}'
var tags = { application: 'WobWorkflow', environment: environment }

resource identityOfApp 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${suffix}'
  location: location
  tags: tags
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: { suffix: suffix, location: location, tags: tags, plan: plan }
}

module telemetry 'modules/telemetry.bicep' = {
  name: 'telemetry'
  params: {
    suffix: suffix
    location: location
    tags: tags
    retentionDays: telemetryDays
    principalId: identityOfApp.properties.principalId
    identityName: identityOfApp.name
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: name
    environment: environment
    location: location
    tags: tags
    replication: replication
    immutableDays: immutableDays
    recoverableDays: recoverableDays
    principalId: identityOfApp.properties.principalId
    identityName: identityOfApp.name
    workspaceId: telemetry.outputs.workspaceId
    endpointSubnetId: network.outputs.endpointSubnetId
    zoneIds: network.outputs.zoneIds
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    suffix: suffix
    location: location
    tags: tags
    principalId: identityOfApp.properties.principalId
    identityName: identityOfApp.name
    workspaceId: telemetry.outputs.workspaceId
    endpointSubnetId: network.outputs.endpointSubnetId
    zoneId: network.outputs.zoneIds.vault
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    suffix: suffix
    location: location
    tags: tags
    plan: plan
    image: image
    publicAccess: publicAccess
    alwaysReady: alwaysReady
    identityId: identityOfApp.id
    clientId: identityOfApp.properties.clientId
    appSubnetId: network.outputs.appSubnetId
    endpointSubnetId: network.outputs.endpointSubnetId
    zoneId: network.outputs.zoneIds.sites
    hubAccount: storage.outputs.hubAccount
    packages: storage.outputs.packages
    dossiers: storage.outputs.dossiers
    parties: storage.outputs.parties
    telemetryConnection: telemetry.outputs.connectionString
    workspaceId: telemetry.outputs.workspaceId
    settings: union(
      {
        Identity__Authority: identity.authority
        Identity__Audience: identity.audience
        Mail__Host: mail.host
        Mail__Port: string(mail.port)
        Mail__From: mail.from
        Mail__PublicAddress: publicAddress
      },
      mail.?user == null
        ? {}
        : {
            Mail__User: mail.?user ?? ''
            Mail__Password: '@Microsoft.KeyVault(SecretUri=${vault.outputs.uri}secrets/mail-password)'
          }
    )
  }
}

module watch 'modules/watch.bicep' = {
  name: 'watch'
  params: {
    suffix: suffix
    location: location
    tags: tags
    workspaceId: telemetry.outputs.workspaceId
    operators: operators
    monthlyBudget: monthlyBudget
    budgetFrom: budgetFrom
  }
}

@description('The name of the function app, for the deployment of the program.')
output appName string = app.outputs.appName

@description('Where the app listens.')
output appHost string = app.outputs.appHost
