namespace Pupitre.Product.Tests.Mailboxes;

/// <summary>The server as tests use it.</summary>
public sealed class DovecotServer : Dovecot, IAsyncLifetime
{
    /// <summary>Leaves a test out where the server cannot be had.</summary>
    public static void Need() => Assert.SkipUnless(IsThere, "dovecot-imapd is not on this machine (apt-get install dovecot-imapd)");

    public async ValueTask InitializeAsync()
    {
        if (IsThere)
        {
            await PrepareAsync();
        }
    }
}
