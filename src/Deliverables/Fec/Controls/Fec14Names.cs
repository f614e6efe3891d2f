namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-14, the names: one account or journal under several names; an amount in a currency that is not named.</summary>
internal sealed class Fec14Names() : Control("FEC-14")
{
    private readonly LineTally _currencies = new();
    private readonly NameTable _otherAccountNames = new();
    private readonly NameTable _otherJournalNames = new();
    private readonly LineTally _accountLines = new();
    private readonly LineTally _journalLines = new();

    public override void Line(FecLine line, RunningBooks books)
    {
        ref var accountName = ref books.AccountStates[books.Account].NameId;
        accountName = NamedAtLast(accountName, line[FecColumn.CompteLib], books);
        if (!line.IsBlank(FecColumn.CompteLib) && !line[FecColumn.CompteLib].SequenceEqual(books.Names[accountName]))
        {
            _otherAccountNames.Intern(books.Account, line[FecColumn.CompteLib]);
            _accountLines.Add(line.Number);
        }

        ref var journalName = ref books.JournalStates[books.Journal].NameId;
        journalName = NamedAtLast(journalName, line[FecColumn.JournalLib], books);
        if (!line.IsBlank(FecColumn.JournalLib) && !line[FecColumn.JournalLib].SequenceEqual(books.Names[journalName]))
        {
            _otherJournalNames.Intern(books.Journal, line[FecColumn.JournalLib]);
            _journalLines.Add(line.Number);
        }

        _currencies.AddIf(HasUnnamedCurrency(line), line.Number);
    }

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        if (_accountLines.Count > 0)
        {
            yield return Found("AccountNames", ControlSeverity.Info, Scopes(_otherAccountNames).Count, null, _accountLines.Lines, Some(_otherAccountNames, matter.Books.Accounts, matter));
        }

        if (_journalLines.Count > 0)
        {
            yield return Found("JournalNames", ControlSeverity.Info, Scopes(_otherJournalNames).Count, null, _journalLines.Lines, Some(_otherJournalNames, matter.Books.Journals, matter));
        }

        if (_currencies.Count > 0)
        {
            yield return Found("Currency", ControlSeverity.Info, _currencies);
        }
    }

    /// <summary>A name left blank at first is not another name.</summary>
    private static int NamedAtLast(int known, ReadOnlySpan<byte> name, RunningBooks books) =>
        books.Names[known].IsEmpty && !name.IsEmpty ? books.Names.Intern(0, name) : known;

    private static bool HasUnnamedCurrency(FecLine line) =>
        !line.IsBlank(FecColumn.Montantdevise) && line.IsBlank(FecColumn.Idevise) && line[FecColumn.Montantdevise].ContainsAnyInRange((byte)'1', (byte)'9');

    private static HashSet<int> Scopes(NameTable names) => [.. Enumerable.Range(0, names.Count).Select(names.ScopeOf)];

    private static FindingFact Some(NameTable names, NameTable of, ControlMatter matter) =>
        FindingFact.Of(string.Join(", ", Scopes(names).Take(5).Select(scope => matter.NameOf(of, scope))));
}
