using System.Linq.Expressions;

namespace Barometre.Domain.Shared;

/// <summary>A notion of the domain that picks things out of many ("the places open to an account today"), named once and used wherever it is meant.</summary>
/// <remarks>The verbs are those of Ardalis.Specification, which cannot be had here (docs/decisions/0002): a specification would move to it unchanged.</remarks>
public abstract class Specification<T>
    where T : class
{
    private readonly List<Func<IQueryable<T>, IQueryable<T>>> _steps = [];
    private readonly List<Expression<Func<T, object?>>> _includes = [];

    protected Specification() => Query = new Verbs(this);

    /// <summary>What else to load with each thing.</summary>
    public IReadOnlyList<Expression<Func<T, object?>>> Includes => _includes;

    /// <summary>Where a specification says what it picks, in its constructor.</summary>
    protected Verbs Query { get; }

    /// <summary>The things picked, in order; the same over memory and over the database.</summary>
    public IQueryable<T> Evaluate(IQueryable<T> things) => _steps.Aggregate(things, (picked, step) => step(picked));

    /// <summary>The things picked out of a list in memory.</summary>
    public IReadOnlyList<T> Evaluate(IEnumerable<T> things) => [.. Evaluate(things.AsQueryable())];

    public bool IsSatisfiedBy(T thing) => Evaluate([thing]).Count == 1;

    /// <summary>What a specification can say; each verb applies to what the ones before it left.</summary>
    protected sealed class Verbs
    {
        private readonly Specification<T> _specification;

        internal Verbs(Specification<T> specification) => _specification = specification;

        public Verbs Where(Expression<Func<T, bool>> condition) => Add(things => things.Where(condition));

        public Verbs OrderBy<TKey>(Expression<Func<T, TKey>> key) => Add(things => things.OrderBy(key));

        public Verbs OrderByDescending<TKey>(Expression<Func<T, TKey>> key) => Add(things => things.OrderByDescending(key));

        public Verbs ThenBy<TKey>(Expression<Func<T, TKey>> key) => Add(things => ((IOrderedQueryable<T>)things).ThenBy(key));

        public Verbs Skip(int count) => Add(things => things.Skip(count));

        public Verbs Take(int count) => Add(things => things.Take(count));

        public Verbs Include(Expression<Func<T, object?>> related)
        {
            _specification._includes.Add(related);
            return this;
        }

        private Verbs Add(Func<IQueryable<T>, IQueryable<T>> step)
        {
            _specification._steps.Add(step);
            return this;
        }
    }
}
