using Microsoft.EntityFrameworkCore;

namespace ServiceDefaults.Messaging;

/// <summary>
/// Rows remember which transaction wrote them, so that a reader can ask for what is newer than it has seen. A dump that was restored into a new cluster brings
/// the numbers of the old one, which are ahead of the new one's: what was written afterwards would count as seen long ago, or not as over.
/// </summary>
public static class TransactionNumbers
{
    /// <summary>
    /// Brings all numbers in the service's tables behind those that the cluster will give, by the same step, so that what was newer stays newer. It changes nothing
    /// in a database that has always lived in its cluster: what a statement sees was written by a transaction that its snapshot knows.
    /// </summary>
    public static Task BringBehindAsync(DbContext db, CancellationToken stop) => db.Database.ExecuteSqlRawAsync("""
        do $$
        declare
            stored record;
            lead numeric;
            step numeric := 0;
        begin
            for stored in select table_name, column_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
                where table_schema = current_schema() and table_type = 'BASE TABLE' and udt_name = 'xid8'
            loop
                execute format('select %2$I::text::numeric - pg_snapshot_xmax(pg_current_snapshot())::text::numeric + 1 from %1$I order by %2$I desc limit 1',
                    stored.table_name, stored.column_name) into lead;
                step := greatest(step, lead);
            end loop;
            if step = 0 then return; end if;
            for stored in select table_name, column_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
                where table_schema = current_schema() and table_type = 'BASE TABLE' and udt_name = 'xid8'
            loop
                execute format('update %1$I set %2$I = greatest(%2$I::text::numeric - %3$s, 1)::text::xid8', stored.table_name, stored.column_name, step);
            end loop;
            raise notice 'Transaction numbers of another cluster were brought % back', step;
        end $$
        """, stop);
}
