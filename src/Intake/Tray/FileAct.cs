using Pupitre.Kernel;

namespace Pupitre.Intake.Tray;

/// <summary>What is done with several files at once.</summary>
internal enum FileAct
{
    /// <summary>They are placed on one due date.</summary>
    Place,

    /// <summary>The day on which they were handed over is stated.</summary>
    State,

    /// <summary>They are taken off the due dates that they stand on.</summary>
    Withdraw,

    /// <summary>What is proposed is refused, and they are put aside.</summary>
    Dismiss,
}

/// <summary>Words of what is done with several files.</summary>
internal static class ChoiceWords
{
    public static string Title(FileAct act) => act switch
    {
        FileAct.Place => Texts.Choice_PlaceTitle,
        FileAct.State => Texts.Choice_StateTitle,
        FileAct.Withdraw => Texts.Choice_WithdrawTitle,
        _ => Texts.Choice_DismissTitle,
    };

    public static string Do(FileAct act, int count) => (act switch
    {
        FileAct.Place => Texts.Choice_PlaceDo,
        FileAct.State => Texts.Choice_StateDo,
        FileAct.Withdraw => Texts.Choice_WithdrawDo,
        _ => Texts.Choice_DismissDo,
    }).With(count);

    public static string DoneWith(FileAct act, int count) => (act switch
    {
        FileAct.Place => Texts.Choice_Placed,
        FileAct.State => Texts.Choice_Stated,
        FileAct.Withdraw => Texts.Choice_Withdrawn,
        _ => Texts.Choice_Dismissed,
    }).With(count);
}
