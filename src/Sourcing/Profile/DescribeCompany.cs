using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Profile;

/// <summary>Writes down the facts of the company that all commitments use.</summary>
public sealed class DescribeCompany(Db db)
{
    /// <summary>What is known of the company; unknown until somebody said it.</summary>
    public async Task<CompanyProfile> CurrentAsync(CancellationToken token) =>
        await db.Set<CompanyProfile>().AsNoTracking().SingleOrDefaultAsync(token) ?? CompanyProfile.Unknown();

    public async Task<ProfileInput> PrepareAsync(CancellationToken token)
    {
        var profile = await CurrentAsync(token);
        var input = new ProfileInput
        {
            Employees = profile.Employees,
            ClosingMonth = profile.ClosingMonth,
            ClosingDay = profile.ClosingDay,
            VatRegime = profile.VatRegime,
            VatDay = profile.VatDay,
            PayDay = profile.PayDay,
            PaidWithinMonth = profile.PaidWithinMonth,
            Version = profile.Version,
        };
        input.Opened = MergeEdits.Snapshot(ProfileInput.Fields, input);
        return input;
    }

    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the profile since the form was opened.</exception>
    public async Task<CompanyProfile> RunAsync(ProfileInput input, CancellationToken token)
    {
        var profile = await db.Set<CompanyProfile>().SingleOrDefaultAsync(token);
        if ((profile?.Version ?? 0) != input.Version)
        {
            throw new DbUpdateConcurrencyException("The profile was saved since the form was opened.");
        }

        if (profile is null)
        {
            profile = CompanyProfile.Unknown();
            db.Add(profile);
        }

        profile.Describe(input);
        db.Record("CompanyDescribed", profile.Ref, new { input.Employees, input.ClosingMonth, input.ClosingDay, VatRegime = input.VatRegime.ToString(), input.VatDay, input.PayDay, input.PaidWithinMonth });
        await db.SaveChangesAsync(token);
        return profile;
    }
}
