using Pupitre.Kernel;
using Pupitre.Processes.Links;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>
/// Reads the sheet of links: a link is the one of its key, else the one between its two processes. What has no column stays as it is.
/// </summary>
internal sealed class ListLinks(MapDraft map, SheetContent content)
{
    private readonly Dictionary<Guid, ProcessLink> _byKey = map.Known.Links.ToDictionary(link => link.Id);

    private readonly Dictionary<(Guid From, Guid To), Guid> _pairs =
        map.Known.Links.ToDictionary(link => (link.FromId, link.ToId), link => link.Id);

    private readonly HashSet<(Guid From, Guid To)> _said = [];
    private readonly HashSet<Guid> _used = [];

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Same { get; private set; }

    /// <exception cref="Refused">There would be more links than a company may have.</exception>
    public void Run()
    {
        foreach (var line in content.Lines)
        {
            var (isRead, link) = Known(line);
            if (!isRead)
            {
                continue;
            }

            var from = End(line, LinkColumns.From, link?.FromId);
            var to = End(line, LinkColumns.To, link?.ToId);
            if (from is not null && to is not null)
            {
                from.Place ??= (content, line);
                Read(line, link, from, to);
            }
        }

        if (map.Known.Links.Count + Added > ProcessLink.MaxLinks)
        {
            throw new Refused(Texts.Link_TooMany.With(ProcessLink.MaxLinks));
        }
    }

    private (bool IsRead, ProcessLink? Link) Known(SheetLine line)
    {
        var key = line[LinkColumns.Key];
        if (key.Length == 0)
        {
            return (true, null);
        }

        var link = Guid.TryParse(key, out var id) ? _byKey.GetValueOrDefault(id) : null;
        if (link is null || !_used.Add(link.Id))
        {
            map.Bad.Add(content.BadAt(line, LinkColumns.Key, Texts.Sheet_NoSuchRow.With(SheetCells.Shown(key))));
            return (false, null);
        }

        return (true, link);
    }

    private ProcessDraft? End(SheetLine line, SheetColumn column, Guid? there)
    {
        var problem = line[column].Length == 0 ? Texts.Sheet_CellMissing : null;
        var end = problem is null ? map.Named(line[column], there, out problem) : null;
        if (problem is not null)
        {
            map.Bad.Add(content.BadAt(line, column, problem));
        }

        return end;
    }

    private void Read(SheetLine line, ProcessLink? byKey, ProcessDraft from, ProcessDraft to)
    {
        var pair = (from.After.Id, to.After.Id);
        var there = _pairs.TryGetValue(pair, out var taken) ? taken : (Guid?)null;
        if (from == to || !_said.Add(pair) || (byKey is not null && there is not null && there != byKey.Id))
        {
            map.Bad.Add(content.BadAt(line, LinkColumns.To,
                from == to ? Texts.Link_ToItself : Texts.Link_Taken.With(from.After.Name, to.After.Name)));
            return;
        }

        var known = byKey ?? (there is { } id ? _byKey[id] : null);
        var before = RowOf(known);
        var after = RowOf(known);
        (after.From, after.To, after.Link.FromId, after.Link.ToId) = (from.After.Name, to.After.Name, from.After.Id, to.After.Id);
        content.Fill(after, line, LinkColumns.Details, map.Bad);
        if (map.Check(after.Link, content, line, LinkColumns.All))
        {
            Keep(new LinkChange(after.Link, known is null, to.After.Name!, known is null ? [] : Fields(before, after)), from);
        }
    }

    private void Keep(LinkChange change, ProcessDraft from)
    {
        if (!change.IsNew && change.Fields.Count == 0)
        {
            Same++;
            return;
        }

        from.Links.Add(change);
        _ = change.IsNew ? Added++ : Changed++;
    }

    // An end that is only called otherwise is the same end.
    private static List<FieldChange> Fields(LinkRow before, LinkRow after) =>
    [
        .. before.Link.FromId != after.Link.FromId ? new[] { new FieldChange(LinkColumns.From.Name, before.From!, after.From!) } : [],
        .. before.Link.ToId != after.Link.ToId ? new[] { new FieldChange(LinkColumns.To.Name, before.To!, after.To!) } : [],
        .. MapPlanner.Differences(LinkColumns.Details, before, after),
    ];

    private LinkRow RowOf(ProcessLink? link) => link is null ? new LinkRow() : new LinkRow
    {
        From = map.WithKey(link.FromId)?.Name,
        To = map.WithKey(link.ToId)?.Name,
        Link = KnownMap.InputOf(link),
    };
}
