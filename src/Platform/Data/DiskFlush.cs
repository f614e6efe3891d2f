using System.Runtime.InteropServices;
using System.Text;

namespace Pupitre.Platform.Data;

/// <summary>
/// Puts a folder's list of names on the disk. A file that was flushed and then renamed may still be missing after a power cut when the
/// folder that names it was not.
/// </summary>
internal static class DiskFlush
{
    private const int ReadOnly = 0;

    /// <summary>Does what it can: Windows keeps the names of its folders by itself, and some network folders cannot be asked.</summary>
    public static void Folder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Open(Encoding.UTF8.GetBytes(path + "\0"), ReadOnly);
        if (folder < 0)
        {
            return;
        }

        _ = Flush(folder);
        _ = Close(folder);
    }

#pragma warning disable SYSLIB1054 // The generated form needs unsafe code in the whole project, for three calls of whole numbers.
    [DllImport("libc", EntryPoint = "open", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int file);

    [DllImport("libc", EntryPoint = "close", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
#pragma warning restore SYSLIB1054
}
