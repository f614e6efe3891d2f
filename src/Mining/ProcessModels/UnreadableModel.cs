namespace Pupitre.Mining;

/// <summary>A process model that cannot be read: it is no model, it is broken, or it means something that is not supported.</summary>
/// <remarks>The message is in the reader's language and says what is wrong, at which element, and what to do.</remarks>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="element">Identifier of the element concerned, or null when the whole is.</param>
/// <param name="line">Physical line of the XML, where it is known.</param>
/// <param name="cause">What revealed it.</param>
public sealed class UnreadableModel(string message, string? element = null, long? line = null, Exception? cause = null) : Exception(message, cause)
{
    public string? Element { get; } = element;

    public long? Line { get; } = line;
}
