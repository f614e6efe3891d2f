using System.Buffers;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Files;

namespace Pupitre.Collecting.Folders;

/// <summary>
/// Where a company's folders lie: below <c>root/company</c>, and nowhere else. A path leads out neither by dots nor by a link: every part
/// of it is looked at, and of a file that was opened, where it really lies.
/// </summary>
/// <param name="root">The folder that the installation allows; null when it allows none.</param>
public sealed class FolderPlace(string? root)
{
    /// <summary>Files of one folder that one look takes.</summary>
    public const int MaxFiles = 500;

    public const string Done = "done";

    private static readonly SearchValues<char> _notInNames = SearchValues.Create([.. Path.GetInvalidFileNameChars(), '\\', '/', ':']);

    private static readonly string[] _unfinished = [".part", ".partial", ".tmp", ".crdownload", ".filepart"];

    public bool IsAllowed => !string.IsNullOrWhiteSpace(root);

    /// <summary>The company's own folder, which whoever keeps the machine makes.</summary>
    public string Of(string company) => Path.Combine(Path.GetFullPath(root!), company);

    /// <summary>A folder below the company's own.</summary>
    /// <exception cref="Refused">It leads out of it, by dots or by a link, or is none.</exception>
    public string Find(string company, string path)
    {
        if (!IsAllowed)
        {
            throw new Refused(Texts.Folder_NotAllowed);
        }

        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Array.Exists(parts, part => part is "." or ".." || part.AsSpan().IndexOfAny(_notInNames) >= 0))
        {
            throw new Refused(Texts.Folder_LeadsOut, "Path");
        }

        var at = Of(company);
        foreach (var part in parts.Prepend(""))
        {
            at = Path.Combine(at, part).TrimEnd(Path.DirectorySeparatorChar);
            var folder = new DirectoryInfo(at);
            if (!folder.Exists)
            {
                throw new Refused(Texts.Folder_Missing.With(at), "Path");
            }

            if (folder.LinkTarget is not null)
            {
                throw new Refused(Texts.Folder_LeadsOut, "Path");
            }
        }

        return at;
    }

    /// <summary>The files that lie in a folder, links, hidden and unfinished ones left out, in the order of their names.</summary>
    internal static IReadOnlyList<LyingFile> FilesIn(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateFiles().Where(IsToTake).OrderBy(file => file.Name, StringComparer.Ordinal).Take(MaxFiles)
            .Select(file => new LyingFile(file.Name, file.Length,
                Instant.FromUnixTimeMilliseconds(new DateTimeOffset(file.LastWriteTimeUtc).ToUnixTimeMilliseconds()))),
    ];

    /// <summary>Opens a file of a folder; null when it is gone, is still written to, or lies elsewhere than it seems.</summary>
    internal static FileStream? Open(string folder, string name)
    {
        try
        {
            var file = new FileStream(Path.Combine(folder, name), FileMode.Open, FileAccess.Read, FileShare.Read);
            if (LiesIn(file, folder))
            {
                return file;
            }

            file.Dispose();
            return null;
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Puts a file that was taken aside, beside one of the same name that was taken before.</summary>
    internal static void MoveToDone(string folder, string name)
    {
        var done = Directory.CreateDirectory(Path.Combine(folder, Done));
        if (done.LinkTarget is not null)
        {
            throw new Refused(Texts.Folder_LeadsOut);
        }

        var to = Path.Combine(done.FullName, name);
        for (var number = 2; File.Exists(to); number++)
        {
            to = Path.Combine(done.FullName, $"{Path.GetFileNameWithoutExtension(name)} ({number}){Path.GetExtension(name)}");
        }

        File.Move(Path.Combine(folder, name), to);
    }

    private static bool IsToTake(FileInfo file) => file.LinkTarget is null
        && (file.Attributes & (FileAttributes.Hidden | FileAttributes.System)) == FileAttributes.None
        && file.Name[0] is not ('.' or '~') && file.Length is > 0 and <= FileStore.MaxBytes
        && !Array.Exists(_unfinished, end => file.Name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    // Somebody may put a link in its place between the look and the opening: the system says what was opened.
    private static bool LiesIn(FileStream file, string folder) => !OperatingSystem.IsLinux()
        || (File.ResolveLinkTarget($"/proc/self/fd/{file.SafeFileHandle.DangerousGetHandle()}", returnFinalTarget: false) is { } real
            && Path.GetDirectoryName(real.FullName) == folder);
}
