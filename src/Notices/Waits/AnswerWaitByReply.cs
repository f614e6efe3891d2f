using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Replies;

namespace Pupitre.Notices.Waits;

/// <summary>
/// The answer to a mail about waits, by a mail: one word where one thing was asked, else a line with its number for each. What has
/// no number
/// then, or a number of nothing, is left to a person.
/// </summary>
internal sealed class AnswerWaitByReply(Db db, WaitWord word) : IAnswersByMail
{
    /// <summary>As the mail counts them, and the page of its link shows them.</summary>
    public static IReadOnlyList<WaitQuestion> InOrder(IEnumerable<WaitQuestion> questions) =>
        [.. questions.OrderBy(row => row.Since).ThenBy(row => row.Id)];

    public async Task<AnswerOutcome?> TakeAsync(Guid mailId, MailAnswer answer, CancellationToken token)
    {
        var asked = InOrder(await db.Set<WaitQuestion>().Where(row => row.MailId == mailId).ToListAsync(token));
        if (asked.Count == 0)
        {
            return null;
        }

        if (answer.Whole is not null ? asked.Count > 1 : answer.Lines.Any(line => line.Number > asked.Count))
        {
            return AnswerOutcome.Unclear;
        }

        var answered = asked.Index().Select(item => (Question: item.Item, Line: answer[item.Index + 1]))
            .Where(item => item is { Line: not null, Question.IsOpen: true }).ToList();
        foreach (var (question, line) in answered)
        {
            await word.SettleAsync(question, Of(line!.Word), line.On, question.ToName, question.ToName, token);
        }

        await db.SaveChangesAsync(token);
        return answered.Count > 0 ? AnswerOutcome.Taken : AnswerOutcome.Late;
    }

    private static WaitAnswer Of(AnswerWord said) => said switch
    {
        AnswerWord.Yes => WaitAnswer.Exact,
        AnswerWord.No => WaitAnswer.Wrong,
        _ => WaitAnswer.Sent,
    };
}
