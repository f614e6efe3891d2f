namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-14, the names: one account or journal under several names; an amount in a currency that is not named.</summary>
internal sealed class Fec14Names() : Control("FEC-14")
{
    private readonly LineTally _currencies = new();
    private readonly NameTable _otherAccountNames = new();
    private readonly NameTable _otherJournalNames = new();
    private readonly LineTally _accountLines = new();
    private readonly LineTally _journalLines = new();

    public override void Look(FecLine line) => _currencies.AddIf(HasUnnamedCurrency(line), line.Number);

    public override void Line(FecLine line, RunningBooks books)
    {
        var account = line[FecColumn.CompteLib];
        if (IsOther(ref books.AccountStates[books.Account].NameId, account, books))
        {
            _otherAccountNames.Intern(books.Account, account);
            _accountLines.Add(line.Number);
        }

        var journal = line[FecColumn.JournalLib];
        if (IsOther(ref books.JournalStates[books.Journal].NameId, journal, books))
        {
            _otherJournalNames.Intern(books.Journal, journal);
            _journalLines.Add(line.Number);
        }
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

    /// <summary>Whether a name is not the one that was known. A blank one is no other name, and neither is what follows a blank.</summary>
    private static bool IsOther(ref int known, ReadOnlySpan<byte> name, RunningBooks books)
    {
        if (books.Names.Is(known, name) || name.IsEmpty)
        {
            return false;
        }

        if (!books.Names[known].IsEmpty)
        {
            return true;
        }

        known = books.Names.Intern(0, name);
        return false;
    }

    private static bool HasUnnamedCurrency(FecLine line) =>
        !line.IsBlank(FecColumn.Montantdevise) && line.IsBlank(FecColumn.Idevise) && line[FecColumn.Montantdevise].ContainsAnyInRange((byte)'1', (byte)'9');

    private static HashSet<int> Scopes(NameTable names) => [.. Enumerable.Range(0, names.Count).Select(names.ScopeOf)];

    private static FindingFact Some(NameTable names, NameTable of, ControlMatter matter) =>
        FindingFact.Of(string.Join(", ", Scopes(names).Take(5).Select(scope => matter.NameOf(of, scope))));
}
