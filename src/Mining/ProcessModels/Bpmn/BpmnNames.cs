using System.Text.RegularExpressions;

namespace Pupitre.Mining;

/// <summary>The activity that a name in a drawing stands for.</summary>
/// <param name="activities">Names that the log knows, or null.</param>
internal sealed partial class BpmnNames(NameTable? activities)
{
    /// <summary>The attribute that keeps an activity whose name a drawing would change.</summary>
    public const string Namespace = "urn:pupitre:bpmn";

    /// <summary>
    /// A name as the log writes it: exactly so, else with the line breaks of the drawing taken for spaces, else so and without spaces around.
    /// What the log does not know keeps its spaces.
    /// </summary>
    public string ActivityOf(string name)
    {
        var onOneLine = OnOneLine(name);
        return Knows(name) ? name : !Knows(onOneLine) && Knows(onOneLine.Trim()) ? onOneLine.Trim() : onOneLine;
    }

    public bool Knows(string name) => activities is not null && name.Length > 0 && activities.NumberOf(name) >= 0;

    /// <summary>Names are broken into lines to fit their shapes.</summary>
    public static string OnOneLine(string name) => LineBreaks().Replace(name, " ");

    [GeneratedRegex(@"[^\S\r\n]*[\r\n]\s*", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LineBreaks();
}
