namespace Pupitre.Mining;

/// <summary>The events of one block: numbers of names as one worker has given them, in the order of the file.</summary>
internal sealed class CsvPart(int number, int worker, int mostRows, bool hasTransition, bool hasResource)
{
    public int Number { get; } = number;

    public int Worker { get; } = worker;

    public int Count { get; set; }

    public int[] Cases { get; } = GC.AllocateUninitializedArray<int>(mostRows);

    public int[] Activities { get; } = GC.AllocateUninitializedArray<int>(mostRows);

    public long[] Ticks { get; } = GC.AllocateUninitializedArray<long>(mostRows);

    public int[]? Transitions { get; } = hasTransition ? GC.AllocateUninitializedArray<int>(mostRows) : null;

    public int[]? Resources { get; } = hasResource ? GC.AllocateUninitializedArray<int>(mostRows) : null;

    /// <summary>For cases, activities, transitions and resources: how many names the worker knew before this block, and after it.</summary>
    public (int Before, int After)[] Names { get; } = new (int Before, int After)[CsvNames.Kinds];

    public List<LeftOutEvent> LeftOut { get; } = [];

    /// <summary>How many were left out for each <see cref="MissingPart"/>, those that are not listed included.</summary>
    public long[] Missing { get; } = new long[3];

    public int DaysWithoutHour { get; set; }

    /// <summary>What the dates of the block prove, with lines of the block from 0.</summary>
    public DayMonthProof Dates { get; } = new();

    /// <summary>Line ends in the block.</summary>
    public int Lines { get; set; }

    /// <summary>The text of a block that cannot be read, kept so that the reason can be told with its line.</summary>
    public byte[]? Unreadable { get; set; }
}

/// <summary>The names that one worker has met.</summary>
internal sealed class CsvNames
{
    public const int Kinds = 4;
    public const int Cases = 0;
    public const int Activities = 1;
    public const int Transitions = 2;
    public const int Resources = 3;

    private readonly ByteNames[] _kinds = [new(), new(), new(), new()];

    public ByteNames this[int kind] => _kinds[kind];
}
