namespace Pupitre.Mining;

/// <summary>A move of an alignment in one number: what kind it is, and the transition, or the activity of the log for one that is inserted.</summary>
internal static class Move
{
    private const int KindBits = 2;

    public static int Synchronous(int transition) => Of(MoveKind.Synchronous, transition);

    public static int Inserted(int activity) => Of(MoveKind.Inserted, activity);

    /// <summary>A step on the model alone: silent at weight 0, else skipped.</summary>
    public static int OnModel(int transition, int weight) => Of(weight == 0 ? MoveKind.Silent : MoveKind.Skipped, transition);

    public static MoveKind KindOf(int move) => (MoveKind)(move & ((1 << KindBits) - 1));

    public static int SubjectOf(int move) => move >> KindBits;

    private static int Of(MoveKind kind, int subject) => (subject << KindBits) | (int)kind;
}
