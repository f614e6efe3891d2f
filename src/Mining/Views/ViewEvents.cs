using System.Numerics;

namespace Pupitre.Mining;

/// <summary>The numbers of the events of one case that are in a view, in order: for <c>foreach</c>, without allocation.</summary>
public readonly struct ViewEvents
{
    private const int Bits = 64;

    private readonly ulong[]? _kept;
    private readonly int _from;
    private readonly int _to;

    internal ViewEvents(ulong[]? kept, int from, int to) => (_kept, _from, _to) = (kept, from, to);

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            if (_kept is null)
            {
                return _to - _from;
            }

            var count = 0;
            for (var at = _from; at < _to;)
            {
                var until = Math.Min(_to, (at / Bits + 1) * Bits);
                var word = _kept[at / Bits] >> (at % Bits);
                var width = until - at;
                count += BitOperations.PopCount(width == Bits ? word : word & ((1UL << width) - 1));
                at = until;
            }

            return count;
        }
    }

    public Enumerator GetEnumerator() => new(_kept, _from, _to);

    internal static bool IsKept(ulong[]? kept, int number) => kept is null || ((kept[number / Bits] >> (number % Bits)) & 1) != 0;

    /// <summary>Walks the events of one case.</summary>
    public struct Enumerator
    {
        private readonly ulong[]? _kept;
        private readonly int _to;

        internal Enumerator(ulong[]? kept, int from, int to) => (_kept, _to, Current) = (kept, to, from - 1);

        /// <summary>Number of the event in the log.</summary>
        public int Current { get; private set; }

        public bool MoveNext()
        {
            do
            {
                Current++;
            }
            while (Current < _to && !IsKept(_kept, Current));
            return Current < _to;
        }
    }
}
