namespace Pupitre.Platform.Replies;

/// <summary>What a line of an answer says.</summary>
public enum AnswerWord
{
    Yes,
    No,

    /// <summary>What was asked for was sent on a day.</summary>
    Sent,
}

/// <summary>One line of an answer.</summary>
/// <param name="Number">Number of the question that it answers, as the mail counts them from one; null for the whole mail.</param>
/// <param name="On">The day of <see cref="AnswerWord.Sent"/>; null with any other word.</param>
public sealed record AnswerLine(int? Number, AnswerWord Word, DateOnly? On = null);

/// <summary>An answer as its first lines give it.</summary>
/// <param name="Lines">What is clear; empty when a person has to read it.</param>
/// <param name="Rest">What was written beside the answer, quoted text left out: a remark.</param>
public sealed record MailAnswer(IReadOnlyList<AnswerLine> Lines, string Rest)
{
    public bool IsClear => Lines.Count > 0;

    /// <summary>The one word that is said about all that was asked; null when each question has its own.</summary>
    public AnswerLine? Whole => Lines is [{ Number: null } only] ? only : null;

    /// <summary>The line that answers a question, counted from one.</summary>
    public AnswerLine? this[int number] => Whole ?? Lines.FirstOrDefault(line => line.Number == number);
}

/// <summary>What became of an answer.</summary>
public enum AnswerOutcome
{
    /// <summary>It was taken: what was asked is settled by it.</summary>
    Taken,

    /// <summary>Nothing was open any more: somebody had answered before, or what was asked is over.</summary>
    Late,

    /// <summary>It answers something else than what was asked, or leaves open which: a person reads it.</summary>
    Unclear,
}
