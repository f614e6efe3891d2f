using Pupitre.Kernel;

namespace Pupitre.Platform.Forms;

/// <summary>Words that forms send for what was chosen. Any other word was chosen by nobody: it is refused, and never read as one of them.</summary>
public static class PostedChoice
{
    private const int MostShown = 60;

    /// <summary>Whether <paramref name="sent"/> is <paramref name="word"/>. Not when nothing was sent, or one of <paramref name="others"/>.</summary>
    /// <exception cref="Refused">It is another word.</exception>
    public static bool Is(string? sent, string word, string field, params ReadOnlySpan<string> others) =>
        sent == word || (sent is not null && !others.Contains(sent) ? throw new Refused(Texts.Field_NotOffered.With(Shown(sent)), field) : false);

    public static string Shown(string sent) => sent.CutShort(MostShown);
}
