using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LiveBoard.Core.Data;

/// <summary>Statements for one table of the model, made from the model.</summary>
internal sealed class BulkTable
{
    private readonly LiveBoardDbContext _db;
    private readonly string _table;
    private readonly BulkColumn[] _columns;
    private readonly ISqlGenerationHelper _sql;

    public BulkTable(LiveBoardDbContext db, Type entity)
    {
        _db = db;
        _sql = db.GetService<ISqlGenerationHelper>();
        var type = db.Model.FindEntityType(entity)!;
        var store = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        _table = _sql.DelimitIdentifier(store.Name, store.Schema);
        _columns =
        [
            .. type.GetProperties()
                .Select(p => new BulkColumn(
                    p.Name,
                    _sql.DelimitIdentifier(p.GetColumnName(store)!),
                    p.IsPrimaryKey(),
                    p.GetRelationalTypeMapping(),
                    p.GetGetter().GetClrValue,
                    p.IsNullable
                )),
        ];
    }

    public DbCommand Insert(int rows)
    {
        var values = Enumerable
            .Range(0, rows)
            .Select(row => $"({string.Join(',', _columns.Select((_, i) => Name(row, i)))})");
        return Command(
            $"INSERT INTO {_table} ({string.Join(',', _columns.Select(c => c.Sql))}) VALUES {string.Join(',', values)}",
            Enumerable.Range(0, rows).SelectMany(row => _columns.Select((c, i) => (Name(row, i), c)))
        );
    }

    /// <summary>Sets these properties of the row with the same key; all of them when none is named.</summary>
    public DbCommand Update(params string[] properties)
    {
        var all = _columns.Select((c, i) => (Column: c, Name: Name(0, i))).ToList();
        var set = all.Where(c => !c.Column.IsKey && (properties.Length == 0 || properties.Contains(c.Column.Property)));
        var key = all.Where(c => c.Column.IsKey);
        return Command(
            $"UPDATE {_table} SET {string.Join(',', set.Select(Equal))} WHERE {string.Join(" AND ", key.Select(Equal))}",
            all.Select(c => (c.Name, c.Column))
        );
    }

    /// <summary>Removes all rows that have one value in a column.</summary>
    public DbCommand DeleteOf(string property)
    {
        var column = _columns.Single(c => c.Property == property);
        return Command($"DELETE FROM {_table} WHERE {column.Sql} = {Name(0, 0)}", [(Name(0, 0), column)]);
    }

    public Task ExecuteAsync(DbCommand command, IReadOnlyList<object> rows)
    {
        var i = 0;
        foreach (var row in rows)
        {
            foreach (var column in _columns)
            {
                command.Parameters[i++].Value = column.Stored(column.Get(row));
            }
        }

        return command.ExecuteNonQueryAsync();
    }

    public Task ExecuteAsync(DbCommand command, Guid value)
    {
        command.Parameters[0].Value = value;
        return command.ExecuteNonQueryAsync();
    }

    private static string Equal((BulkColumn Column, string Name) c) => $"{c.Column.Sql} = {c.Name}";

    private static string Name(int row, int column) => $"@p{row}_{column}";

    private DbCommand Command(string text, IEnumerable<(string Name, BulkColumn Column)> parameters)
    {
        var command = _db.Database.GetDbConnection().CreateCommand();
        command.Transaction = _db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = text;
        foreach (var (name, column) in parameters)
        {
            command.Parameters.Add(column.Mapping.CreateParameter(command, name, column.Sample, column.IsNullable));
        }

        command.Prepare();
        return command;
    }
}

/// <summary>One column of a table, and how its value comes from a row's object.</summary>
internal sealed record BulkColumn(
    string Property,
    string Sql,
    bool IsKey,
    RelationalTypeMapping Mapping,
    Func<object, object?> Get,
    bool IsNullable
)
{
    /// <summary>A value of the column's type, so that the parameter is made for it.</summary>
    public object? Sample =>
        IsNullable ? null
        : Mapping.ClrType == typeof(string) ? ""
        : Mapping.ClrType == typeof(DateTime) ? DateTime.UnixEpoch
        : Activator.CreateInstance(Mapping.ClrType);

    public object Stored(object? value) =>
        value is null ? DBNull.Value : Mapping.Converter?.ConvertToProvider(value) ?? value;
}
