using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WobWorkflow.Dossiers;

/// <summary>Deleting all of something while others may still be writing into it.</summary>
internal static class Emptying
{
    /// <summary>Deletes every blob whose name begins so, looking again until nothing is left.</summary>
    public static async Task<int> DeleteAllAsync(this BlobContainerClient container, string prefix, CancellationToken cancellation)
    {
        for (var deleted = 0; ;)
        {
            var found = 0;
            await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation))
            {
                found++;
                try
                {
                    await container.GetBlobClient(blob.Name)
                        .DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
                }
                catch (RequestFailedException exception) when (exception.Status == 409)
                {
                    // A policy of immutability or a legal hold of storage itself; asking again before it ends changes nothing.
                    throw new KeptByStorageException($"Storage keeps a blob of {container.Name}.", exception);
                }
            }
            if (found == 0) return deleted;
            deleted += found;
        }
    }

    public static async Task DeleteAllAsync(this TableClient table, CancellationToken cancellation)
    {
        var batch = new List<TableTransactionAction>(100);
        await foreach (var row in table.QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
        {
            if (batch.Count == 100 || (batch.Count > 0 && batch[0].Entity.PartitionKey != row.PartitionKey))
                await DeleteAsync(table, batch, cancellation);
            batch.Add(new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All));
        }
        if (batch.Count > 0) await DeleteAsync(table, batch, cancellation);
    }

    private static async Task DeleteAsync(TableClient table, List<TableTransactionAction> batch, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(batch, cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            // a row moved meanwhile: one by one, so that the others go all the same
            foreach (var action in batch)
                await table.DeleteEntityAsync(action.Entity.PartitionKey, action.Entity.RowKey, ETag.All, cancellation);
        }
        batch.Clear();
    }
}
