using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Platform.Words;

namespace Pupitre.Processes.Links;

/// <summary>Links in the reader's language.</summary>
public static class LinkWords
{
    public static IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<LinkKind>().Select(kind => new Choice(kind.ToString(), Of(kind)))];

    public static string Of(LinkKind kind) => kind == LinkKind.Data ? Texts.LinkKind_Data : Texts.LinkKind_Document;

    /// <summary>"3 jours", "aussitôt", "inconnu".</summary>
    public static string Days(int? days) => days switch
    {
        null => Texts.Link_DaysUnknown,
        0 => Texts.Link_AtOnce,
        1 => Texts.Link_OneDay,
        var many => Texts.Link_ManyDays.With(many.Value.ToString("N0", CultureInfo.CurrentCulture)),
    };

    /// <summary>Which processes feed each other in a circle, a sentence for each.</summary>
    public static IReadOnlyList<string> Circles(LinkBook book) =>
        [.. book.Circles.Select(names => Texts.Link_Circle.With(string.Join(", ", names)))];
}
