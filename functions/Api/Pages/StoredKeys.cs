using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Api;

/// <summary>Keeps the data-protection keys in a container of their own, so that cookies and antiforgery tokens hold across instances and restarts.</summary>
/// <param name="store">Null where there is no storage: then they last as long as this process.</param>
internal sealed class StoredKeys(KeyStore? store) : IXmlRepository
{
    private readonly ConcurrentQueue<string> _here = [];

    public IReadOnlyCollection<XElement> GetAllElements() => [.. (store is null ? [.. _here] : store.All()).Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName)
    {
        var document = element.ToString(SaveOptions.DisableFormatting);
        if (store is null)
            _here.Enqueue(document);
        else
            store.Add(friendlyName, document);
    }
}
