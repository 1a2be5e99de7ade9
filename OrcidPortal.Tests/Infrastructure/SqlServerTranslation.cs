using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using OrcidPortal.Data;

namespace OrcidPortal.Tests.Infrastructure;

/// <summary>
/// Translates each query that a test runs on SQLite for SQL Server too, without a server, and fails where that cannot be done. So every
/// query that any test reaches is known to run there. It sees a query once a process, when EF compiles it.
/// </summary>
internal sealed class SqlServerTranslation : IQueryExpressionInterceptor
{
    private static readonly MethodInfo Compile = typeof(QueryCompilationContext).GetMethod(nameof(QueryCompilationContext.CreateQueryExecutor))!;
    private int _count;

    public static SqlServerTranslation Instance { get; } = new();

    /// <summary>How many queries were translated so far.</summary>
    public int Count => _count;

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (eventData.Context is SqlitePortalDb) Translate(queryExpression);
        return queryExpression;
    }

    private void Translate(Expression query)
    {
        using var db = new SqlServerPortalDb(new DbContextOptionsBuilder<SqlServerPortalDb>().UseSqlServer("Server=nowhere").Options);
        var compilation = db.GetService<IQueryCompilationContextFactory>().Create(async: true);
        try
        {
            Compile.MakeGenericMethod(ResultOf(query.Type)).Invoke(compilation, [new OnModel(db.Model).Visit(query)]);
        }
        catch (TargetInvocationException e)
        {
            throw new InvalidOperationException($"This query runs on SQLite but not on SQL Server: {e.InnerException!.Message}", e.InnerException);
        }
        Interlocked.Increment(ref _count);
    }

    private static Type ResultOf(Type type) => type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>)) is { } rows
        ? typeof(IAsyncEnumerable<>).MakeGenericType(rows.GenericTypeArguments)
        : typeof(Task<>).MakeGenericType(type);

    /// <summary>Puts the tables of another model in the place of those the query was written against.</summary>
    private sealed class OnModel(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
            ? root.UpdateEntityType(model.FindEntityType(root.EntityType.Name)!)
            : base.VisitExtension(node);
    }
}
