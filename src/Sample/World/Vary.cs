namespace Pupitre.Sample.World;

/// <summary>Numbers that look like chance and are the same at each run: they depend on what they are asked for, and on nothing else.</summary>
internal static class Vary
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public static int Between(int low, int high, string about, int which) => low + (int)(Mix(about, which) % (uint)(high - low + 1));

    /// <summary>True about <paramref name="percent"/> times in a hundred.</summary>
    public static bool Chance(int percent, string about, int which) => Between(1, 100, about, which) <= percent;

    public static T OneOf<T>(IReadOnlyList<T> choices, string about, int which) => choices[Between(0, choices.Count - 1, about, which)];

    private static uint Mix(string about, int which)
    {
        var hash = Offset;
        foreach (var letter in about)
        {
            hash = (hash ^ letter) * Prime;
        }

        hash = (hash ^ (uint)which) * Prime;
        hash ^= hash >> 15;
        hash *= 2246822519;
        return hash ^ (hash >> 13);
    }
}
