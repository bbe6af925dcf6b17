namespace WobWorkflow.Dossiers;

/// <summary>A setting is missing or wrong. The message names it and says what to do, and holds no value: that may be a key.</summary>
public sealed class SettingException : InvalidOperationException
{
    public SettingException() : this("A setting is missing or wrong.") { }

    public SettingException(string message) : base(message) { }

    public SettingException(string message, Exception? inner) : base(message, inner) { }
}
