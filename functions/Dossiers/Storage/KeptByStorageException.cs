namespace WobWorkflow.Dossiers;

/// <summary>Storage refuses to delete, because a policy of immutability or a hold of its own forbids it. The message names no content.</summary>
public sealed class KeptByStorageException : Exception
{
    public KeptByStorageException() : this("Storage keeps what is to be deleted.") { }

    public KeptByStorageException(string message) : base(message) { }

    public KeptByStorageException(string message, Exception? inner) : base(message, inner) { }
}
