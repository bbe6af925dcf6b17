using System.Net.Sockets;
using Azure.Identity;
using Microsoft.AspNetCore.Connections;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Local;

/// <summary>Why the service did not start, in one line for who has to set it right. It quotes no setting: one may hold a key.</summary>
internal static class StartProblem
{
    /// <returns>Null where it is none that an operator can help: then it is a defect, and shown as one.</returns>
    /// <param name="port">Where it was to listen.</param>
    public static string? Of(Exception exception, int port) => exception switch
    {
        SettingException setting => setting.Message,
        StorageUnavailableException => "Storage does not answer: see that it is up, that Storage:ConnectionString or Storage:BlobUri names it, and that this machine can reach it.",
        Azure.RequestFailedException { Status: 401 or 403 } refused =>
            $"Storage refuses us ({refused.ErrorCode ?? "not allowed"}): see that the key is right, or that the identity of this process has its roles on the account.",
        AuthenticationFailedException => "There is no identity to open storage with: sign in with the Azure CLI, give this machine a managed identity, or set Storage:ConnectionString.",
        IOException { InnerException: AddressInUseException } => $"Port {port} is in use: choose another with --port, or stop what listens there.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => $"This user may not listen on port {port}: choose one above 1023 with --port.",
        { InnerException: { } inner } => Of(inner, port),
        _ => null,
    };
}
