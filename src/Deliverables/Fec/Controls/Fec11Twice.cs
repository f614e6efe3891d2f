using System.Runtime.InteropServices;

namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-11: the same supplier, document and amount in distinct purchase entries: an invoice entered twice?</summary>
/// <remarks>A document without any digit but zeros (LOYER, sans, 0000000) names no document: it is left alone.</remarks>
internal sealed class Fec11Twice() : Control("FEC-11")
{
    private readonly NameTable _invoices = new();
    private readonly SegmentedList<Seen> _seen = new();
    private readonly List<(int Invoice, int Entry, long Line)> _again = [];
    private byte[] _key = new byte[256];

    public override void Line(FecLine line, RunningBooks books)
    {
        var document = line[FecColumn.PieceRef];
        if (!books.Class.Is(AccountClass.Supplier) || !line.Balance.IsNegative || !document.ContainsAnyInRange((byte)'1', (byte)'9'))
        {
            return;
        }

        var invoice = _invoices.Intern(books.SubAccount, Key(document, line.Balance));
        var isNew = invoice >= _seen.Count;
        ref var seen = ref _seen[invoice];
        if (isNew)
        {
            seen = new() { Entry = books.Entry, Line = line.Number };
        }
        else
        {
            _again.Add((invoice, books.Entry, line.Number));
        }
    }

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        var (lines, count, amount) = (new List<long>(), 0, default(Amount));
        foreach (var group in _again.GroupBy(again => again.Invoice))
        {
            var all = group.Select(again => (again.Entry, again.Line)).Prepend((_seen[group.Key].Entry, _seen[group.Key].Line))
                .Where(item => IsPurchase(matter.Books.EntryStates[item.Entry])).ToList();
            var entries = all.Select(item => item.Entry).Distinct().Count();
            if (entries > 1)
            {
                count++;
                lines.AddRange(all.Select(item => item.Line));
                var once = AmountOf(_invoices[group.Key]);
                amount = Enumerable.Range(1, entries - 1).Aggregate(amount, (sum, _) => sum + once);
            }
        }

        return count > 0 ? [Found("Twice", ControlSeverity.Minor, count, amount, lines.Order().Take(FecReport.MostLines))] : [];
    }

    private static bool IsPurchase(in EntryState entry) => entry.Kinds.Is(FecEntryKinds.Purchase);

    private ReadOnlySpan<byte> Key(ReadOnlySpan<byte> document, Amount balance)
    {
        if (document.Length + 16 > _key.Length)
        {
            Array.Resize(ref _key, document.Length + 16);
        }

        var units = balance.Size.Units;
        MemoryMarshal.Write(_key, units);
        document.CopyTo(_key.AsSpan(16));
        return _key.AsSpan(0, 16 + document.Length);
    }

    private static Amount AmountOf(ReadOnlySpan<byte> key) => new(MemoryMarshal.Read<Int128>(key));

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private struct Seen
    {
        public int Entry;
        public long Line;
    }
}
