using NodaTime;
using Pupitre.Notices.Escalations;
using Pupitre.Sample;
using Pupitre.Sample.World;

namespace Pupitre.Notices.Sample;

/// <summary>
/// Two notices of the sample company: of one somebody takes care, the other waits. Nobody is written to: these people do not exist.
/// </summary>
internal sealed class EscalateSome(ReadLadders read, Escalate escalate, AnswerEscalation answer) : ISampleChapter
{
    private const int Wanted = 2;

    public int Order => 237;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var ladders = await read.RunAsync(token);
        var reached = ladders.Obligations.Where(item => item.Silence is null)
            .Select(item =>
                (Item: item, Moment: item.Rungs.LastOrDefault(moment => moment.At <= Instant.Min(ladders.Now, item.KnownUntil))))
            .Where(pair => pair.Moment.At > default(Instant) && ladders.TargetsOf(pair.Item, pair.Moment.Rung) != LadderTarget.Nobody)
            .OrderByDescending(pair => pair.Moment.At).Take(Wanted).ToList();
        foreach (var (place, (item, moment)) in reached.Index())
        {
            var notice = await escalate.OneAsync(item, moment, ladders, token);
            if (place > 0 && notice is not null)
            {
                await answer.SaveAsync(notice, Cast.Pilot.Name, token);
            }
        }
    }
}
