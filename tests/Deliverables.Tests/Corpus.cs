namespace Pupitre.Deliverables.Tests;

/// <summary>The public files kept beside the repository, or at PUPITRE_CORPUS. Tests that need one skip where it is missing.</summary>
internal static class Corpus
{
    public static string Fec(string name)
    {
        var path = Path.Combine(Folder, "fec", name);
        Assert.SkipUnless(File.Exists(path), $"corpus file {name} is not on this machine (set PUPITRE_CORPUS)");
        return path;
    }

    /// <summary>A small file, or a folder of some, made after what others met.</summary>
    public static string Case(params ReadOnlySpan<string> names)
    {
        var path = Path.Combine([Folder, "cases", .. names]);
        Assert.SkipUnless(Path.Exists(path), $"corpus case {string.Join('/', names)} is not on this machine (set PUPITRE_CORPUS)");
        return path;
    }

    private static string Folder => Environment.GetEnvironmentVariable("PUPITRE_CORPUS") ?? BesideRepository();

    private static string BesideRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pupitre.slnx")))
            {
                return Path.Combine(folder.FullName, "..", "shared", "corpus");
            }
        }

        return "";
    }
}
