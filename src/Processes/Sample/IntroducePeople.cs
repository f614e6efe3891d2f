using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Access.Members;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;
using Pupitre.Sample;
using Pupitre.Sample.World;

namespace Pupitre.Processes.Sample;

/// <summary>The sample company's own people: whoever opened it, who conducts and who stands in; one of them will be away.</summary>
internal sealed class IntroducePeople(Db db, Tenant tenant, NamePerson people, PlanAbsence plan) : ISampleChapter
{
    private const int AwayInDays = 12;
    private const int AwayDays = 5;

    public int Order => 15;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        foreach (var account in await db.Users.Where(row => db.Memberships.Any(member => member.AccountId == row.Id && member.CompanyId == tenant.CompanyId)).ToListAsync(token))
        {
            await MemberPerson.KeepAsync(db, account, token);
        }

        var pilot = await people.KeepAsync(new PersonInput { Name = Cast.Pilot.Name, Email = Cast.Pilot.Email, Function = "Responsable administratif" }, token);
        var deputy = await people.KeepAsync(new PersonInput { Name = Cast.Deputy.Name, Email = Cast.Deputy.Email, Function = "Assistante de gestion" }, token);
        await db.SaveChangesAsync(token);
        await plan.RunAsync(pilot.Id, new AbsenceInput { From = world.Today.AddDays(AwayInDays), Until = world.Today.AddDays(AwayInDays + AwayDays - 1), CoveredBy = deputy.Id }, token);
    }
}
