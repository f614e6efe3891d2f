using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Pupitre.Platform.Data;

namespace Pupitre.Gathering.Exports;

/// <summary>A table as it stands: each column under its name, the same on both databases.</summary>
internal sealed class TableSection(Db db, CompanyTable table) : ExportSection
{
    public override string Name => table.Name;

    public override async Task<long> WriteAsync(Stream lines, CancellationToken token)
    {
        var columns = table.Entity.GetFlattenedProperties().Select(property => new Column(property))
            .DistinctBy(column => column.Name).ToList();
        await db.Database.OpenConnectionAsync(token);
        try
        {
            await using var command = Select(columns);
            await using var reader = await command.ExecuteReaderAsync(token);
            var count = 0L;
            for (; await reader.ReadAsync(token); count++)
            {
                JsonLines.Write(lines, json =>
                {
                    for (var place = 0; place < columns.Count; place++)
                    {
                        json.WritePropertyName(columns[place].Name);
                        JsonLines.WriteValue(json, reader.IsDBNull(place) ? null : columns[place].Read(reader, place));
                    }
                });
            }

            return count;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private DbCommand Select(List<Column> columns)
    {
        var names = db.GetService<ISqlGenerationHelper>();
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var keys = table.Entity.FindPrimaryKey()!.Properties.Select(property => names.DelimitIdentifier(property.GetColumnName()));
#pragma warning disable CA2100 // Only names of the model are put into the text; the key is a parameter.
        command.CommandText = $"select {string.Join(", ", columns.Select(column => names.DelimitIdentifier(column.Name)))}"
            + $" from {names.DelimitIdentifier(table.Name)}"
            + $" where {names.DelimitIdentifier(table.Column)} = {names.GenerateParameterName("company")}"
            + $" order by {string.Join(", ", keys)}";
#pragma warning restore CA2100
        var mapping = db.GetService<IRelationalTypeMappingSource>().FindMapping(typeof(Guid))!;
        command.Parameters.Add(mapping.CreateParameter(command, names.GenerateParameterName("company"), db.CompanyId, nullable: false));
        return command;
    }

    /// <summary>A column and how its values are read, by what the model knows of it.</summary>
    private sealed class Column
    {
        private readonly Func<DbDataReader, int, object> _read;
        private readonly Func<object?, object?>? _convert;

        public Column(IProperty property)
        {
            Name = property.GetColumnName();
            var mapping = property.GetRelationalTypeMapping();
            var method = mapping.GetDataReaderMethod();
            var (reader, place) = (Expression.Parameter(typeof(DbDataReader)), Expression.Parameter(typeof(int)));
            var value = Expression.Call(Expression.Convert(reader, method.DeclaringType!), method, place);
            _read = Expression.Lambda<Func<DbDataReader, int, object>>(Expression.Convert(value, typeof(object)), reader, place).Compile();

            // One database keeps instants as such, the other as numbers; everything else is written as it lies there.
            var isInstant = (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Instant);
            _convert = isInstant ? mapping.Converter?.ConvertFromProvider : null;
        }

        public string Name { get; }

        public object? Read(DbDataReader reader, int place) => _convert is null ? _read(reader, place) : _convert(_read(reader, place));
    }
}
