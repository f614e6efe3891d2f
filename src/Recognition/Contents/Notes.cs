namespace Pupitre.Recognition.Contents;

/// <summary>What a person should know of a file, when it is several things.</summary>
public static class Notes
{
    public static string? Joined(params ReadOnlySpan<string?> notes)
    {
        string? all = null;
        foreach (var note in notes)
        {
            all = note is null ? all : all is null ? note : all + " " + note;
        }

        return all;
    }
}
