using Pupitre.Recognition.Tables;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Evidence.Tables;

/// <summary>Something that a commitment waits for and the file does not name.</summary>
/// <param name="Commitment">The name of the commitment.</param>
/// <param name="Awaited">What it waits for, in the reader's language; any of them.</param>
/// <param name="Name">The name that an answer gives to what the file calls otherwise.</param>
/// <param name="Said">What the file names, in its words.</param>
/// <param name="Offered">Of it, what is nearest; null when nothing is.</param>
internal sealed record MissingEvent(string Commitment, IReadOnlyList<string> Awaited, string Name, IReadOnlyList<string> Said, string? Offered);

/// <summary>What a table calls things, held against what commitments wait for.</summary>
internal static class TableNames
{
    private const int MostNames = 100;

    /// <summary>What the columns of dates, or the column of events, call things.</summary>
    public static IReadOnlyList<string> In(TableMapping mapping, TableHead head) => mapping.Shape switch
    {
        TableShape.Case => [.. mapping.Dates.Select(date => date.Column)],
        TableShape.Event when mapping.Activity is { } column && head.Columns.ToList().IndexOf(column) is >= 0 and var place => [.. head.Rows.Select(row => row.At(place)).Where(cell => cell.Length > 0).Distinct().Take(MostNames)],
        _ => [],
    };

    /// <summary>The mapping with what is sure called as commitments wait for it.</summary>
    public static TableMapping With(TableMapping mapping, IReadOnlyList<(AwaitedEvent Awaited, string Said, string Name)> sure)
    {
        var names = sure.DistinctBy(pair => pair.Said).ToDictionary(pair => pair.Said, pair => pair.Name, StringComparer.Ordinal);
        return mapping.Shape == TableShape.Case
            ? mapping with { Dates = [.. mapping.Dates.Select(date => names.TryGetValue(date.Column, out var name) ? date with { Activity = TemplateEvents.Translate(name) } : date)] }
            : mapping with { Names = names.Where(pair => pair.Key != pair.Value).ToDictionary(StringComparer.Ordinal) };
    }

    public static IReadOnlyList<MissingEvent> Missing(TableInput input, TableMapping mapping, TablePreview preview, IReadOnlyList<Commitment> clocks)
    {
        if (mapping.Shape == TableShape.Log)
        {
            return [];
        }

        var chosen = clocks.Where(row => input.Commitments.Contains(row.Id.ToString())).ToList();
        var named = (mapping.Shape == TableShape.Case ? input.Dates.Where(date => date.Use == "yes").Select(date => date.Activity ?? "") : preview.Activities.Keys.Select(said => NameOf(input, said))).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<string> said = mapping.Shape == TableShape.Case ? [.. input.Dates.Select(date => date.Column ?? "")] : [.. preview.Activities.OrderByDescending(pair => pair.Value).Select(pair => pair.Key).Take(MostNames)];
        return [.. chosen.SelectMany(AwaitedEvent.Of).Where(awaited => !awaited.Names.Any(named.Contains))
            .Select(awaited => new MissingEvent(awaited.Commitment.Name, awaited.Said, TemplateEvents.Translate(awaited.Names[0]), said, EventNames.Offer(awaited, said)))];
    }

    private static string NameOf(TableInput input, string said) => input.Names.Find(name => name.From == said)?.To ?? said;
}
