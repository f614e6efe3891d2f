using Microsoft.EntityFrameworkCore;
using Pupitre.Deciding.Lots;
using Pupitre.Platform.Data;
using Pupitre.Processes.Catalogue;
using Pupitre.Sample;
using Pupitre.Sample.World;

namespace Pupitre.Deciding.Sample;

/// <summary>
/// What the sample company moves, and in which order: what is decided or nearly, and what the pilot wants put right besides. A
/// closing waits until the year is over, and the mail comes before the documents of the month because the pilot wants it so.
/// </summary>
internal sealed class OrderTheLots(Db db, SetCapacity capacity, SetLot set, SetLotRule rule) : ISampleChapter
{
    private const string Closing = "monthly-closing";
    private const string Claims = "expense-claims";

    private static readonly string[] _wanted =
        [Claims, "month-documents", "incoming-mail", "leave", "hiring", "access-rights", "disputes", Closing];

    public int Order => 280;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var ids = await db.Set<TakenProcess>().ToDictionaryAsync(row => row.Key, row => row.ProcessId, token);
        await capacity.RunAsync(new LotCapacityInput { DaysAMonth = 10, AtOnce = 3 }, token);
        foreach (var key in _wanted)
        {
            var input = new LotChoiceInput { ProcessId = ids[key], Part = LotPart.In };
            if (key == Closing)
            {
                (input.When, input.Month) = (LotWhen.NotBefore, LotMonths.Write(new DateOnly(world.Today.Year + 1, 2, 1)));
            }

            input.Days = key == Claims ? 3 : null;
            await set.RunAsync(input, token);
        }

        await rule.AddAsync(ids["month-documents"], ids["incoming-mail"], token);
    }
}
