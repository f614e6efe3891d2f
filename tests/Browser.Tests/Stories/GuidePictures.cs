namespace Pupitre.Browser.Tests.Stories;

/// <summary>Pictures for docs/guide, taken by the tests that play what the guide tells: only when <c>PUPITRE_GUIDE=1</c> asks, so that a run leaves the tree clean.</summary>
internal static class GuidePictures
{
    private const string Folder = "docs/guide/images";

    private static bool IsAsked => Environment.GetEnvironmentVariable("PUPITRE_GUIDE") == "1";

    public static async Task TakeAsync(Visitor visitor, string name, bool fullPage = false)
    {
        if (!IsAsked)
        {
            return;
        }

        var path = Path.Combine(Root(), Folder, name + ".png");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await visitor.Page.ScreenshotAsync(new() { Path = path, FullPage = fullPage });
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pupitre.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
