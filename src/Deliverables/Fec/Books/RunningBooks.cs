namespace Pupitre.Deliverables.Fec;

/// <summary>What the lines add up to while they go by: the tables that all controls share. Memory grows with entries and accounts only.</summary>
internal sealed class RunningBooks(bool isCompared = false) : IDisposable
{
    private const FecEntryKinds ByAccount = FecEntryKinds.Bank | FecEntryKinds.Sales | FecEntryKinds.Payroll | FecEntryKinds.Vat;

    private readonly ShortNames _accountCache = new();

    // Of each record its physical line, where several may share one; empty for a flat file, whose records are its lines.
    private readonly SegmentedList<int> _physical = new();

    private int _firstDay = -1;
    private int _lastMonth = -1;
    private MonthState _month = new();

    public NameTable Names { get; } = new();

    public NameTable Journals { get; } = new();

    public NameTable Entries { get; } = new();

    public NameTable Accounts { get; } = new();

    /// <summary>Auxiliary accounts in the scope of their account; a blank one stands for the account alone.</summary>
    public NameTable SubAccounts { get; } = new();

    public SegmentedList<JournalState> JournalStates { get; } = new();

    public SegmentedList<EntryState> EntryStates { get; } = new();

    /// <summary>What two files are compared by; kept only for that.</summary>
    public SegmentedList<EntryContent> EntryContents { get; } = new();

    public SegmentedList<AccountState> AccountStates { get; } = new();

    public SegmentedList<SubAccountState> SubAccountStates { get; } = new();

    public SortedDictionary<int, MonthState> Months { get; } = [];

    public LineChains EntryLines { get; } = new();

    public LineChains AccountLines { get; } = new();

    public long Lines { get; private set; }

    public Amount Debit { get; private set; }

    public Amount Credit { get; private set; }

    /// <summary>First and last entry dates as day numbers; 0 for none.</summary>
    public int FirstDay { get; private set; }

    public int LastDay { get; private set; }

    /// <summary>Day of the last line on a bank account that is no opening balance; 0 for none.</summary>
    public int LastBankDay { get; private set; }

    // What the line at hand belongs to.
    public int Journal { get; private set; }

    public int Entry { get; private set; }

    public bool IsNewEntry { get; private set; }

    public int Account { get; private set; }

    public int SubAccount { get; private set; }

    public bool IsOpening { get; private set; }

    public AccountClass Class { get; private set; }

    public FecEntryKinds Kinds { get; private set; }

    /// <summary>Whether records and physical lines differ.</summary>
    public bool HasRecords => _physical.Count > 0;

    /// <summary>The physical line of a record.</summary>
    public long PhysicalOf(long number) => number < _physical.Count && _physical[(int)number] is var physical and > 0 ? physical : number;

    public void Add(FecLine line)
    {
        Lines++;
        if (line.Physical != line.Number)
        {
            _physical[checked((int)line.Number)] = checked((int)line.Physical);
        }

        Debit += line.Debit;
        Credit += line.Credit;
        AddJournal(line);
        AddAccount(line);
        AddEntry(line);
        AddDay(line);
    }

    public void Dispose()
    {
        foreach (var lent in (IDisposable[])[Names, Journals, Entries, Accounts, SubAccounts, JournalStates, EntryStates, EntryContents, AccountStates, SubAccountStates, EntryLines, AccountLines, _physical])
        {
            lent.Dispose();
        }
    }

    private void AddJournal(FecLine line)
    {
        var code = line[FecColumn.JournalCode];
        if (!Journals.Is(Journal, code))
        {
            Journal = Journals.Intern(0, code);
        }

        var isNew = Journal >= JournalStates.Count;
        ref var state = ref JournalStates[Journal];
        if (isNew)
        {
            var name = line[FecColumn.JournalLib];
            state.NameId = Names.Intern(0, name);
            state.GreatestEntry = -1;
            state.IsOpening = OpeningBalances.IsJournal(code, name);
            state.IsMiscellaneous = code.StartsWith("OD"u8) || OpeningBalances.Says(name, "DIVERS"u8);
        }

        state.Lines++;
        state.Debit += line.Debit;
        state.Credit += line.Credit;
        IsOpening = state.IsOpening;
        if (line.EntryDay.IsDay)
        {
            _firstDay = _firstDay < 0 ? line.EntryDay.Number : _firstDay;
            IsOpening |= line.EntryDay.Number == _firstDay && OpeningBalances.IsLabel(line[FecColumn.EcritureLib]);
            state.FirstDay = state.FirstDay == 0 ? line.EntryDay.Number : Math.Min(state.FirstDay, line.EntryDay.Number);
            state.LastDay = Math.Max(state.LastDay, line.EntryDay.Number);
        }
    }

    private void AddAccount(FecLine line)
    {
        var number = line[FecColumn.CompteNum];
        if (!Accounts.Is(Account, number))
        {
            Account = _accountCache.Find(number) is var known and >= 0 ? known : _accountCache.Keep(number, Accounts.Intern(0, number));
        }

        if (Account >= AccountStates.Count)
        {
            AccountStates[Account] = new()
            {
                NameId = Names.Intern(0, line[FecColumn.CompteLib]),
                AloneId = -1,
                Kinds = ChartOfAccounts.KindOf(number),
                Class = ChartOfAccounts.ClassOf(number),
            };
        }

        ref var account = ref AccountStates[Account];
        Class = account.Class;
        Kinds = account.Kinds;
        SubAccount = line.IsBlank(FecColumn.CompAuxNum) && account.AloneId >= 0 ? account.AloneId : SubAccounts.Intern(Account, line[FecColumn.CompAuxNum]);
        account.AloneId = line.IsBlank(FecColumn.CompAuxNum) ? SubAccount : account.AloneId;
        var isNew = SubAccount >= SubAccountStates.Count;
        ref var state = ref SubAccountStates[SubAccount];
        if (isNew)
        {
            state.NameId = Names.Intern(0, line[line.IsBlank(FecColumn.CompAuxNum) ? FecColumn.CompteLib : FecColumn.CompAuxLib]);
        }

        state.Debit += line.Debit;
        state.Credit += line.Credit;
        state.Opening += IsOpening ? line.Balance : default;
        AccountLines.Add(ref state.LastLine, line.Number);
    }

    private void AddEntry(FecLine line)
    {
        var number = line[FecColumn.EcritureNum];
        if (!Entries.Is(Entry, number) || Entries.ScopeOf(Entry) != Journal)
        {
            Entry = NumberEntry(number);
        }

        IsNewEntry = Entry >= EntryStates.Count;
        ref var state = ref EntryStates[Entry];
        if (IsNewEntry)
        {
            state.FirstLine = checked((int)line.Number);
            (state.Day, state.ValidDay) = (line.EntryDay.Number, line.ValidDay.Number);
            state.Kinds = IsOpening ? FecEntryKinds.Opening : FecEntryKinds.None;
            JournalStates[Journal].Entries++;
        }

        EntryLines.Add(ref state.LastLine, line.Number);
        state.Debit += line.Debit;
        state.Credit += line.Credit;
        state.HasManyDays |= state.Day != line.EntryDay.Number;
        state.Kinds |= Kinds & ByAccount;
        state.Kinds |= Class.Is(AccountClass.Expense | AccountClass.FixedAsset) ? FecEntryKinds.Purchase : FecEntryKinds.None;
        state.HasSupplierCredit |= Class.Is(AccountClass.Supplier) && line.Balance.IsNegative;
        if (isCompared)
        {
            AddContent(line);
        }
    }

    /// <summary>Numbers ascend in nearly every journal: one beyond all before it is new, and needs no search among them.</summary>
    private int NumberEntry(ReadOnlySpan<byte> number)
    {
        ref var greatest = ref JournalStates[Journal].GreatestEntry;
        if (greatest >= 0 && !IsBeyond(number, Entries[greatest]))
        {
            return Entries.Intern(Journal, number);
        }

        return greatest = Entries.Append(Journal, number);
    }

    /// <summary>Longer, or as long and greater byte by byte: an order that numbers and numbers behind letters have.</summary>
    private static bool IsBeyond(ReadOnlySpan<byte> number, ReadOnlySpan<byte> other) =>
        number.Length != other.Length ? number.Length > other.Length : number.SequenceCompareTo(other) > 0;

    private void AddContent(FecLine line)
    {
        ref var content = ref EntryContents[Entry];
        if (IsNewEntry)
        {
            content.PieceRef = Names.Intern(0, line[FecColumn.PieceRef]);
            content.ThirdParty = -1;
        }

        content.Hash += Content(line);
        if (Class.Is(AccountClass.ThirdParty))
        {
            content.ThirdParties += line.Balance;
            content.ThirdParty = content.ThirdParty < 0 && !line.IsBlank(FecColumn.CompAuxNum) ? SubAccount : content.ThirdParty;
        }
    }

    /// <summary>What makes an entry the same in two files, whatever the order of its lines. Lettering and validation come later, lawfully.</summary>
    private static ulong Content(FecLine line)
    {
        var hash = NameTable.Hash(line[FecColumn.CompteNum], (ulong)line.EntryDay.Number);
        hash = NameTable.Hash(line[FecColumn.CompAuxNum], hash);
        hash = NameTable.Hash(line[FecColumn.PieceRef], hash + (ulong)line.PieceDay.Number);
        hash = NameTable.Hash(line[FecColumn.EcritureLib], hash);
        hash = NameTable.Hash(line[FecColumn.Idevise], hash);
        Span<Amount> amounts = [line.Debit, line.Credit];
        return NameTable.Hash(System.Runtime.InteropServices.MemoryMarshal.AsBytes(amounts), hash);
    }

    private void AddDay(FecLine line)
    {
        if (!line.EntryDay.IsDay)
        {
            return;
        }

        var day = line.EntryDay.Number;
        FirstDay = FirstDay == 0 ? day : Math.Min(FirstDay, day);
        LastDay = Math.Max(LastDay, day);
        if (IsOpening)
        {
            return;
        }

        LastBankDay = Kinds.Is(FecEntryKinds.Bank) ? Math.Max(LastBankDay, day) : LastBankDay;
        var month = MonthOf(day);
        if (month != _lastMonth)
        {
            _lastMonth = month;
            if (!Months.TryGetValue(month, out _month!))
            {
                Months[month] = _month = new();
            }
        }

        AddToMonth(_month, line);
    }

    private void AddToMonth(MonthState month, FecLine line)
    {
        month.Lines++;
        month.Debit += line.Debit;
        var kinds = Kinds;
        if (kinds == FecEntryKinds.None)
        {
            return;
        }

        month.Bank += kinds.Is(FecEntryKinds.Bank) ? 1 : 0;
        month.Sales += kinds.Is(FecEntryKinds.Sales) ? 1 : 0;
        month.Purchases += kinds.Is(FecEntryKinds.Purchase) ? 1 : 0;
        month.Payroll += kinds.Is(FecEntryKinds.Payroll) ? 1 : 0;
        month.VatLines += kinds.Is(FecEntryKinds.Vat) ? 1 : 0;
    }

    private int _cachedDay = -1;
    private int _cachedMonth;

    /// <summary>Months since year 0 of a day number.</summary>
    public int MonthOf(int day)
    {
        if (day != _cachedDay)
        {
            var date = DateOnly.FromDayNumber(day);
            (_cachedDay, _cachedMonth) = (day, (date.Year * 12) + date.Month - 1);
        }

        return _cachedMonth;
    }
}
