namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-08: what is lettered together balances; what is not lettered on 401 and 411 grows old.</summary>
internal sealed class Fec08Lettering(int asOf) : Control("FEC-08")
{
    private readonly NameTable _letters = new();
    private readonly SegmentedList<Group> _groups = new();
    private readonly LineChains _lines = new();
    private readonly LineTally _open = new();
    private Amount _openAmount;

    /// <summary>What is not lettered on accounts 40 and 41, by age at the closing.</summary>
    public OpenItems Open { get; } = new(asOf);

    public long LetteredLines { get; private set; }

    public long Groups => _groups.Count;

    public long OpenLines => _open.Count;

    public override void Dispose()
    {
        base.Dispose();
        _letters.Dispose();
        _groups.Dispose();
        _lines.Dispose();
        Open.Dispose();
    }

    public override void Line(FecLine line, RunningBooks books)
    {
        var letter = line[FecColumn.EcritureLet];
        if (letter.IsEmpty)
        {
            AddOpen(line, books);
            return;
        }

        LetteredLines++;
        ref var group = ref _groups[_letters.Intern(books.SubAccount, letter)];
        group.Balance += line.Balance;
        group.Count++;
        _lines.Add(ref group.LastLine, line.Number);
    }

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        var unbalanced = Enumerable.Range(0, _groups.Count).Where(group => _groups[group] is { Count: > 1, Balance.IsZero: false }).ToList();
        if (unbalanced.Count > 0)
        {
            var amount = unbalanced.Aggregate(default(Amount), (sum, group) => sum + _groups[group].Balance.Size);
            yield return Found("Unbalanced", ControlSeverity.Minor, unbalanced.Count, amount, _lines.First(unbalanced.Select(group => _groups[group].LastLine)));
        }

        if (_open.Count > 0)
        {
            yield return Found("Open", ControlSeverity.Info, _open.Count, _openAmount, _open.Lines);
        }
    }

    private void AddOpen(FecLine line, RunningBooks books)
    {
        if (!books.Class.Is(AccountClass.ThirdParty))
        {
            return;
        }

        Open.Add(books.SubAccount, line.EntryDay.Number, line.Balance);
        if (books.Class.Is(AccountClass.Supplier | AccountClass.Customer))
        {
            _open.Add(line.Number);
            _openAmount += line.Balance.Size;
        }
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private struct Group
    {
        public Amount Balance;
        public int Count;
        public int LastLine;
    }
}
