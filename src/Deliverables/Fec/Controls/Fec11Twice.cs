using System.Buffers;
using System.Runtime.InteropServices;

namespace Pupitre.Deliverables.Fec;

/// <summary>FEC-11: the same supplier, document and amount in distinct purchase entries: an invoice entered twice?</summary>
/// <remarks>
/// A document without any digit but zeros (LOYER, sans, 0000000) names no document: it is left alone. Invoices are told apart by a keyed hash of
/// 64 bits, which takes two different ones for the same once in 10^7 files of a million invoices.
/// </remarks>
internal sealed class Fec11Twice() : Control("FEC-11")
{
    private readonly SegmentedList<Invoice> _invoices = new();

    public override void Dispose()
    {
        base.Dispose();
        _invoices.Dispose();
    }

    public override void Line(FecLine line, RunningBooks books)
    {
        if (!books.Class.Is(AccountClass.Supplier))
        {
            return;
        }

        var document = line[FecColumn.PieceRef];
        var balance = line.Balance;
        if (balance.IsNegative && document.ContainsAnyInRange((byte)'1', (byte)'9'))
        {
            ReadOnlySpan<Amount> amount = [balance];
            var hash = NameTable.Hash(document, NameTable.Hash(MemoryMarshal.AsBytes(amount), (ulong)(uint)books.SubAccount));
            _invoices[_invoices.Count] = new() { Hash = hash, Entry = books.Entry, Line = line.Number, Amount = balance.Size };
        }
    }

    public override IEnumerable<ControlFinding> Find(ControlMatter matter)
    {
        var (places, hashes) = (ArrayPool<int>.Shared.Rent(_invoices.Count), ArrayPool<ulong>.Shared.Rent(_invoices.Count));
        try
        {
            var length = 0;
            for (var at = 0; at < _invoices.Count; at++)
            {
                if (matter.Books.EntryStates[_invoices[at].Entry].Kinds.Is(FecEntryKinds.Purchase))
                {
                    (places[length], hashes[length]) = (at, _invoices[at].Hash);
                    length++;
                }
            }

            hashes.AsSpan(0, length).Sort(places.AsSpan(0, length));
            return Twice(places.AsSpan(0, length), hashes);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(places);
            ArrayPool<ulong>.Shared.Return(hashes);
        }
    }

    private List<ControlFinding> Twice(ReadOnlySpan<int> places, ReadOnlySpan<ulong> hashes)
    {
        var (lines, count, amount) = (new List<long>(), 0, default(Amount));
        for (var first = 0; first < places.Length;)
        {
            var end = first + 1;
            while (end < places.Length && hashes[end] == hashes[first])
            {
                end++;
            }

            var again = end - first > 1 ? places[first..end].ToArray().Select(at => _invoices[at].Entry).Distinct().Count() - 1 : 0;
            if (again > 0)
            {
                count++;
                lines.AddRange(places[first..end].ToArray().Select(at => _invoices[at].Line));
                amount = Enumerable.Repeat(_invoices[places[first]].Amount, again).Aggregate(amount, (sum, once) => sum + once);
            }

            first = end;
        }

        return count > 0 ? [Found("Twice", ControlSeverity.Minor, count, amount, lines.Order().Take(FecReport.MostLines))] : [];
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Invoice
    {
        public Amount Amount;
        public ulong Hash;
        public int Entry;
        public long Line;
    }
}
