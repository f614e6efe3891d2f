namespace Pupitre.Kernel;

/// <summary>
/// Something that was asked for and cannot be done as asked: the person can correct it. A page answers 422 with the message
/// beside the field, an API 409, the command line exit code 2.
/// </summary>
/// <remarks>
/// The message is already in the reader's language (<see cref="System.Globalization.CultureInfo.CurrentUICulture"/>) and says what
/// is wrong, where, and what to do. Everything that is not a <see cref="Refused"/> is a defect of the program.
/// </remarks>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="field">Name of the input concerned, or null when the refusal is about the whole.</param>
public sealed class Refused(string message, string? field = null) : Exception(message)
{
    /// <summary>Name of the input concerned (the property of the operation's input), or null.</summary>
    public string? Field { get; } = field;
}
