namespace Pupitre.Platform.Ui;

/// <summary>The drawings of an outcome: one for each thing that a due date can be.</summary>
public enum Mark
{
    /// <summary>Solid: on time, with proof.</summary>
    Proven,

    /// <summary>Dotted: on time, on the company's own typing only.</summary>
    Company,

    /// <summary>Hatched: on time, as the provider alone declares.</summary>
    Provider,

    /// <summary>Exclamation mark, with a letter for whose delay it is.</summary>
    Late,

    /// <summary>Exclamation mark in a dotted frame: late, on the company's own typing only.</summary>
    LateByCompany,

    /// <summary>Exclamation mark on hatching: late, as the provider alone declares.</summary>
    LateByProvider,

    /// <summary>Thin outline with a question mark: nothing shows anything.</summary>
    NoTrace,

    /// <summary>Ring: due soon.</summary>
    DueSoon,

    /// <summary>Faint point: not due yet.</summary>
    NotDue,

    /// <summary>About-equal sign: the day is known and the hour decides.</summary>
    Imprecise,

    /// <summary>A frame half filled from below: done, at an unknown date.</summary>
    Undated,

    /// <summary>Broken frame, empty: due before the commitment was entered, nothing placed yet.</summary>
    NotYetProven,

    /// <summary>Dash in a round frame: nothing to do, as a person says with a reason.</summary>
    Waived,

    /// <summary>Dash: cancelled, or nothing asked that month.</summary>
    Outside,
}
