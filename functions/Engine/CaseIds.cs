using System.Security.Cryptography;
using System.Text;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine;

/// <summary>
/// Ids of cases and rulings. With an idempotency key the id follows from it, so that the same request registered twice is one case, also after a restart
/// and on another machine.
/// </summary>
internal static class CaseIds
{
    public static string Of(string kind, string caller, string? idempotencyKey) => CaseReference.Of(idempotencyKey is null
        ? RandomNumberGenerator.GetBytes(CaseReference.Bytes)
        : SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{caller}\n{idempotencyKey}")).AsSpan(0, CaseReference.Bytes));
}
