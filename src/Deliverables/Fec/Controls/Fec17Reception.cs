namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-17: two files of one year, received at two dates: what was added, changed, deleted. A validated entry is definitive.</summary>
/// <remarks>PCG art. 921-3 and 921-4: the validation procedure forbids any change or deletion.</remarks>
internal sealed class Fec17Reception() : Control("FEC-17")
{
    public override IEnumerable<string> Missing(ControlMatter matter) => matter.Earlier is not null ? [] : ["PreviousReception"];

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        if (matter.Earlier is not { } previous)
        {
            return [];
        }

        var changes = CompareReceptions.Run(previous.Books, matter.Books);
        return
        [
            .. Of("ValidatedChanged", ControlSeverity.Blocking, changes.Where(change => change is { Kind: EntryChangeKind.Changed, WasValidated: true }), matter),
            .. Of("ValidatedDeleted", ControlSeverity.Blocking, changes.Where(change => change is { Kind: EntryChangeKind.Deleted, WasValidated: true }), matter),
            .. Of("Added", ControlSeverity.Info, changes.Where(change => change.Kind == EntryChangeKind.Added), matter),
            .. Of("Changed", ControlSeverity.Info, changes.Where(change => change is { Kind: EntryChangeKind.Changed, WasValidated: false }), matter),
            .. Of("Deleted", ControlSeverity.Info, changes.Where(change => change is { Kind: EntryChangeKind.Deleted, WasValidated: false }), matter),
        ];
    }

    private IEnumerable<ControlFinding> Of(string variant, ControlSeverity severity, IEnumerable<EntryDifference> some, ControlMatter matter)
    {
        var changes = some.ToList();
        if (changes.Count == 0)
        {
            return [];
        }

        var amount = changes.Aggregate(default(Amount), (sum, change) => sum + change.AtStake.Size);
        // The lines of a deleted entry are those of the previous file: they say nothing here.
        var lines = changes[0].Kind == EntryChangeKind.Deleted ? [] : matter.LinesOfEntries(changes.Select(change => change.Entry));
        return [Found(variant, severity, changes.Count, amount, lines)];
    }
}
