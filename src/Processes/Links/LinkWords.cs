using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Platform.Ui;

namespace Pupitre.Processes.Links;

/// <summary>Links in the reader's language.</summary>
internal static class LinkWords
{
    private const int MostCircles = 5;

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

    /// <summary>Which processes feed each other in a circle, a sentence for each; the first few where there are many.</summary>
    public static IReadOnlyList<string> Circles(IReadOnlyList<LinkLine> lines)
    {
        var ids = lines.SelectMany(line => new[] { (Id: line.FromId, Name: line.From), (Id: line.ToId, Name: line.To) })
            .DistinctBy(end => end.Id).ToList();
        var numbers = ids.Index().ToDictionary(end => end.Item.Id, end => end.Index);
        var graph = LinkGraph.Of(ids.Count,
            [.. lines.Select(line => new GraphLink(numbers[line.FromId], numbers[line.ToId], line.DaysUntil))]);
        return
        [
            .. LinkCircles.Of(graph).Take(MostCircles)
                .Select(circle => circle.Select(at => ids[at].Name).Order(StringComparer.CurrentCulture))
                .Select(names => Texts.Link_Circle.With(string.Join(", ", names))),
        ];
    }
}
