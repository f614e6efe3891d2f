namespace Pupitre.Dev;

/// <summary>Where the repository lies, from wherever the command is called inside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = Directory.GetCurrentDirectory();
        while (!File.Exists(Path.Combine(folder, "Pupitre.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new StepFailed("Run this inside the repository of Pupitre.");
        }

        return folder;
    }
}

/// <summary>A step that did not work out; its message ends with what to say of it.</summary>
internal sealed class StepFailed(string message) : Exception(message);
