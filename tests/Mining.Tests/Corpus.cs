namespace Pupitre.Mining.Tests;

/// <summary>The public files kept beside the repository, or at PUPITRE_CORPUS. Tests that need one skip where it is missing.</summary>
internal static class Corpus
{
    public static string Log(string name) => File("logs", name);

    /// <summary>A file of one of the folders: logs, models, bpmn.</summary>
    public static string File(string folder, string name)
    {
        var path = Path.Combine(Folder, folder, name);
        Assert.SkipUnless(System.IO.File.Exists(path), $"corpus file {name} is not on this machine (set PUPITRE_CORPUS)");
        return path;
    }

    private static string Folder => Environment.GetEnvironmentVariable("PUPITRE_CORPUS") ?? BesideRepository();

    private static string BesideRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Pupitre.slnx")))
            {
                return Path.Combine(folder.FullName, "..", "shared", "corpus");
            }
        }

        return "";
    }
}
