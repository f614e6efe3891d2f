using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Forms;
using Pupitre.Platform.Ledger;

namespace Pupitre.Platform.Tenancy.Settings;

/// <summary>Changes what the company is called, its SIREN and its zone of public holidays.</summary>
public sealed class EditCompany(Db db, Tenant tenant)
{
    public async Task<CompanyInput> PrepareAsync(CancellationToken token)
    {
        var company = await db.Companies.AsNoTracking().SingleAsync(row => row.Id == tenant.CompanyId, token);
        return new CompanyInput { Name = company.Name, Siren = company.Siren, HolidayZone = company.HolidayZone, Version = company.Version };
    }

    /// <exception cref="DbUpdateConcurrencyException">Somebody saved it since the form was opened.</exception>
    /// <exception cref="Refused">The key of the SIREN is wrong and the person did not say that it shall stay.</exception>
    public async Task RunAsync(CompanyInput input, CancellationToken token)
    {
        var siren = Siren.Normalize(input.Siren);
        if (siren is not null && !Siren.HasValidKey(siren) && !input.AcceptsSiren)
        {
            throw new Refused(Texts.SetUp_SirenKey.With(siren), nameof(input.AcceptsSiren));
        }

        var zone = HolidayZones.Parse(input.HolidayZone, nameof(input.HolidayZone));
        var company = await db.Companies.SingleAsync(row => row.Id == tenant.CompanyId, token);
        db.Entry(company).Property(row => row.Version).OriginalValue = input.Version;
        company.Describe(PlainText.Line(input.Name!), siren, HolidayZones.Code(zone), CompanyTimeZone.Of(zone));
        db.Entry(company).State = EntityState.Modified;
        db.Record("CompanyEdited", new SubjectRef("company", company.Id), new { company.Name, company.Siren, company.HolidayZone });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>What is asked about the company.</summary>
public sealed class CompanyInput
{
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.SetUp_CompanyNameMissing))]
    [StringLength(Company.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Field_TooLong))]
    public string? Name { get; set; }

    [SirenShape]
    public string? Siren { get; set; }

    /// <summary>The person saw that the SIREN's key is wrong and keeps it.</summary>
    public bool AcceptsSiren { get; set; }

    public string HolidayZone { get; set; } = "metropole";

    public long Version { get; set; }
}
