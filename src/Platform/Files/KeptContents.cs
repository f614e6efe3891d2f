using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Files;

/// <summary>Where the contents of the current company lie, and how one is opened.</summary>
public sealed class KeptContents(DataPlace place, Tenant tenant, CheckedContents contents)
{
    private const int BufferBytes = 1 << 17;

    /// <summary>The company's folder of contents.</summary>
    internal string Folder => ContentFolder.Of(place, tenant.CompanyId);

    internal string PathOf(string hash) => ContentFolder.PathOf(place, tenant.CompanyId, hash);

    /// <summary>What was just written, hashed on the way.</summary>
    internal void Know(string path) => contents.Know(path);

    /// <summary>Opens a content. What lies there is handed out only while it is what was received.</summary>
    /// <exception cref="NotFound">Only the proof was kept.</exception>
    /// <exception cref="Refused">The content was changed since.</exception>
    public async Task<FileStream> OpenAsync(string hash, CancellationToken token)
    {
        var content = OpenAsItLies(hash);
        try
        {
            return await contents.IsAsReceivedAsync(content, hash, token) ? content : throw Altered(hash);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    /// <summary>As <see cref="OpenAsync"/>, for engines that read on a thread of their own.</summary>
    /// <inheritdoc cref="OpenAsync"/>
    public FileStream OpenRead(string hash)
    {
        var content = OpenAsItLies(hash);
        try
        {
            return contents.IsAsReceived(content, hash) ? content : throw Altered(hash);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    /// <summary>Opens what lies there, whatever it is by now: for who compares it himself.</summary>
    /// <exception cref="NotFound">Only the proof was kept.</exception>
    public FileStream OpenAsItLies(string hash)
    {
        try
        {
            return new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, useAsync: true);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotFound();
        }
    }

    private static Refused Altered(string hash) => new(Texts.Files_Altered.With(hash[..HashShown]));

    private const int HashShown = 12;
}
